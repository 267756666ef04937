export const productNames = {
  "DYNAMICS_365": "Dynamics 365",
  "GOOGLE_WORKSPACE": "Google Workspace",
  "IAAS_PAAS": "IaaS + PaaS",
  "MICROSOFT_365": "Microsoft 365",
  "SALESFORCE": "Salesforce"
} as const;
