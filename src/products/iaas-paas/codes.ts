import type { IaasPaasJobType, IaasPaasService, JobOperation, JobStatus, UpstreamCode } from '../../generated/types.js';
import { createCodes, type CodeEntry } from '../../wire/codes.js';

/** `status` (older: `state`). Flag-like, the same in every revision; a sample's comment that calls 2 "in progress" is wrong. */
export const statuses = createCodes<JobStatus, JobStatus>([
  { code: '0', label: 'Not Started', value: 'QUEUED', canonical: 'QUEUED' },
  { code: '1', label: 'In Progress', value: 'RUNNING', canonical: 'RUNNING' },
  { code: '2', label: 'Successful', value: 'SUCCEEDED', canonical: 'SUCCEEDED' },
  { code: '4', label: 'Skipped', value: 'SKIPPED', canonical: 'SKIPPED' },
  { code: '8', label: 'Exception', value: 'PARTIAL', canonical: 'PARTIAL' },
  { code: '16', label: 'Failed', value: 'FAILED', canonical: 'FAILED' },
  { code: '32', label: 'Waiting', value: 'QUEUED', canonical: 'QUEUED' },
  { code: '64', label: 'Stopped', value: 'STOPPED', canonical: 'STOPPED' },
]);

/**
 * `jobType`, by the vendor's specification. The job-report page lost a name and is shifted by one from code 32 on; index generation
 * is 33. Types without a published name are INTERNAL. `service` is the one whose name a type bears; jobs of the others may be of any.
 */
const typesWithService: readonly (CodeEntry<IaasPaasJobType, JobOperation> & { readonly service?: string })[] = [
  { code: '1', label: 'Azure VM backup', names: ['Backup'], value: 'AZURE_VM_BACKUP', canonical: 'BACKUP', service: '1' },
  { code: '2', label: 'Azure VM restore', names: ['Restore'], value: 'AZURE_VM_RESTORE', canonical: 'RESTORE', service: '1' },
  { code: '4', label: 'Azure VM file-level export', names: ['Export'], value: 'AZURE_VM_FILE_EXPORT', canonical: 'EXPORT', service: '1' },
  { code: '8', label: 'Report', value: 'INTERNAL', canonical: 'REPORT' },
  { code: '16', label: 'VM sync', value: 'INTERNAL', canonical: 'SYNC', service: '1' },
  { code: '32', label: 'Initialise', names: ['Initliaze'], value: 'INTERNAL', canonical: 'OTHER' },
  { code: '33', label: 'Azure VM index generation', names: ['GenIndex'], value: 'AZURE_VM_INDEX_GENERATION', canonical: 'INDEX', service: '1' },
  { code: '34', label: 'Entra ID compare', names: ['AADCompare'], value: 'INTERNAL', canonical: 'COMPARE', service: '2' },
  { code: '64', label: 'Data retention', names: ['Retention'], value: 'DATA_RETENTION', canonical: 'RETENTION' },
  { code: '128', label: 'Microsoft Entra ID backup', names: ['AADBackup'], value: 'ENTRA_ID_BACKUP', canonical: 'BACKUP', service: '2' },
  { code: '256', label: 'Microsoft Entra ID restore', names: ['AADRestore'], value: 'ENTRA_ID_RESTORE', canonical: 'RESTORE', service: '2' },
  { code: '257', label: 'Microsoft Entra ID export', names: ['AADExport'], value: 'ENTRA_ID_EXPORT', canonical: 'EXPORT', service: '2' },
  { code: '512', label: 'File sync', value: 'INTERNAL', canonical: 'SYNC', service: '4' },
  { code: '1024', label: 'Azure Storage backup', names: ['FileBackup'], value: 'AZURE_STORAGE_BACKUP', canonical: 'BACKUP', service: '4' },
  { code: '2048', label: 'Azure Storage restore', names: ['FileRestore'], value: 'AZURE_STORAGE_RESTORE', canonical: 'RESTORE', service: '4' },
  { code: '4096', label: 'Azure Storage export', names: ['FileExport'], value: 'AZURE_STORAGE_EXPORT', canonical: 'EXPORT', service: '4' },
  { code: '8192', label: 'Licence sync', names: ['LicenseSync'], value: 'INTERNAL', canonical: 'OTHER' },
  { code: '16384', label: 'AOS update', value: 'INTERNAL', canonical: 'OTHER' },
  { code: '20000', label: 'AKS backup', value: 'INTERNAL', canonical: 'BACKUP', service: '32' },
  { code: '20001', label: 'AKS sync', value: 'INTERNAL', canonical: 'SYNC', service: '32' },
  { code: '20002', label: 'AKS restore', value: 'INTERNAL', canonical: 'RESTORE', service: '32' },
  { code: '20003', label: 'Admin portal settings backup', names: ['APSettingBackup'], value: 'ADMIN_PORTAL_SETTINGS_BACKUP', canonical: 'BACKUP', service: '64' },
  { code: '20004', label: 'Admin portal settings export', names: ['APSettingExport'], value: 'ADMIN_PORTAL_SETTINGS_EXPORT', canonical: 'EXPORT', service: '64' },
  { code: '20005', label: 'Admin portal settings sync', names: ['APSettingSync'], value: 'INTERNAL', canonical: 'SYNC', service: '64' },
  { code: '20006', label: 'Admin portal settings restore', names: ['APSettingRestore'], value: 'ADMIN_PORTAL_SETTINGS_RESTORE', canonical: 'RESTORE', service: '64' },
  { code: '20007', label: 'Export clean-up', value: 'INTERNAL', canonical: 'OTHER' },
  { code: '20009', label: 'Amazon EC2 backup', names: ['EC2Backup'], value: 'AMAZON_EC2_BACKUP', canonical: 'BACKUP', service: '256' },
  { code: '20010', label: 'Amazon EC2 restore', names: ['EC2Restore'], value: 'AMAZON_EC2_RESTORE', canonical: 'RESTORE', service: '256' },
  { code: '20011', label: 'SQL sync', value: 'INTERNAL', canonical: 'SYNC', service: '512' },
  { code: '20012', label: 'Azure SQL backup, native monitoring', names: ['SQLBackup'], value: 'AZURE_SQL_NATIVE_BACKUP', canonical: 'BACKUP', service: '512' },
  { code: '20013', label: 'Azure SQL restore, native monitoring', names: ['SQLRestore'], value: 'AZURE_SQL_NATIVE_RESTORE', canonical: 'RESTORE', service: '512' },
  { code: '20014', label: 'Azure DevOps backup', names: ['DevOpsBackup'], value: 'AZURE_DEVOPS_BACKUP', canonical: 'BACKUP', service: '1024' },
  { code: '20015', label: 'Azure DevOps restore', names: ['DevOpsRestore'], value: 'AZURE_DEVOPS_RESTORE', canonical: 'RESTORE', service: '1024' },
  { code: '20016', label: 'Azure SQL Database backup', value: 'AZURE_SQL_DATABASE_BACKUP', canonical: 'BACKUP', service: '2048' },
  { code: '20017', label: 'Azure SQL Database restore', value: 'AZURE_SQL_DATABASE_RESTORE', canonical: 'RESTORE', service: '2048' },
  { code: '20018', label: 'Azure VM file restore', value: 'AZURE_VM_FILE_RESTORE', canonical: 'RESTORE', service: '1' },
  { code: '20019', label: 'Azure AD B2C backup', value: 'AZURE_AD_B2C_BACKUP', canonical: 'BACKUP', service: '4096' },
  { code: '20020', label: 'Azure AD B2C restore', value: 'AZURE_AD_B2C_RESTORE', canonical: 'RESTORE', service: '4096' },
  { code: '20022', label: 'Google VM backup', value: 'GOOGLE_VM_BACKUP', canonical: 'BACKUP', service: '8192' },
  { code: '20023', label: 'Google VM restore', value: 'GOOGLE_VM_RESTORE', canonical: 'RESTORE', service: '8192' },
  { code: '20024', label: 'Google VM index generation', value: 'GOOGLE_VM_INDEX_GENERATION', canonical: 'INDEX', service: '8192' },
  { code: '20025', label: 'Google VM file export', value: 'GOOGLE_VM_FILE_EXPORT', canonical: 'EXPORT', service: '8192' },
  { code: '30000', label: 'Soft delete', value: 'INTERNAL', canonical: 'DELETE' },
  { code: '30001', label: 'Hard delete', value: 'INTERNAL', canonical: 'DELETE' },
  { code: '30003', label: 'Data deletion', value: 'DATA_DELETION', canonical: 'DELETE' },
  { code: '40000', label: 'AWS platform configurations backup', value: 'AWS_PLATFORM_CONFIGURATION_BACKUP', canonical: 'BACKUP', service: '16384' },
  { code: '40001', label: 'AWS platform configurations export', value: 'AWS_PLATFORM_CONFIGURATION_EXPORT', canonical: 'EXPORT', service: '16384' },
  { code: '60000', label: 'SQL Server backup', value: 'SQL_SERVER_BACKUP', canonical: 'BACKUP', service: '20000' },
  { code: '60001', label: 'SQL Server restore', value: 'SQL_SERVER_RESTORE', canonical: 'RESTORE', service: '20000' },
  { code: '60010', label: 'Azure VMware VM backup', value: 'AZURE_VMWARE_VM_BACKUP', canonical: 'BACKUP', service: '21000' },
  { code: '60011', label: 'Azure VMware VM restore', value: 'AZURE_VMWARE_VM_RESTORE', canonical: 'RESTORE', service: '21000' },
  { code: '60100', label: 'Azure PostgreSQL backup', value: 'AZURE_POSTGRESQL_BACKUP', canonical: 'BACKUP', service: '25000' },
  { code: '60101', label: 'Azure PostgreSQL restore', value: 'AZURE_POSTGRESQL_RESTORE', canonical: 'RESTORE', service: '25000' },
  { code: '70010', label: 'Google Cloud Storage backup', value: 'GOOGLE_CLOUD_STORAGE_BACKUP', canonical: 'BACKUP', service: '23000' },
  { code: '70011', label: 'Google Cloud Storage restore', value: 'GOOGLE_CLOUD_STORAGE_RESTORE', canonical: 'RESTORE', service: '23000' },
  { code: '70012', label: 'Google Cloud Storage export', value: 'GOOGLE_CLOUD_STORAGE_EXPORT', canonical: 'EXPORT', service: '23000' },
  { code: '80000', label: 'Azure Cosmos DB backup', value: 'AZURE_COSMOS_DB_BACKUP', canonical: 'BACKUP', service: '24000' },
  { code: '80010', label: 'Azure Cosmos DB restore', value: 'AZURE_COSMOS_DB_RESTORE', canonical: 'RESTORE', service: '24000' },
  { code: '90000', label: 'Entra External ID backup', value: 'ENTRA_EXTERNAL_ID_BACKUP', canonical: 'BACKUP', service: '27000' },
  { code: '90001', label: 'Entra External ID restore', value: 'ENTRA_EXTERNAL_ID_RESTORE', canonical: 'RESTORE', service: '27000' },
  { code: '90002', label: 'Entra External ID export', value: 'ENTRA_EXTERNAL_ID_EXPORT', canonical: 'EXPORT', service: '27000' },
  { code: '90110', label: 'Amazon S3 backup', value: 'AMAZON_S3_BACKUP', canonical: 'BACKUP', service: '26000' },
  { code: '90120', label: 'Amazon S3 restore', value: 'AMAZON_S3_RESTORE', canonical: 'RESTORE', service: '26000' },
];

export const types = createCodes(typesWithService);

/** `serviceType`, of the request alone. The `521` of the job-report page is a slip of 512. 8, 16 and 32 are hidden from the pages. */
export const services = createCodes<IaasPaasService, never>([
  { code: '1', label: 'Azure VM', value: 'AZURE_VM' },
  { code: '2', label: 'Microsoft Entra ID', value: 'ENTRA_ID' },
  { code: '4', label: 'Azure Storage', value: 'AZURE_STORAGE' },
  { code: '8', label: 'File share' },
  { code: '16', label: 'Blob storage' },
  { code: '32', label: 'AKS' },
  { code: '64', label: 'Admin portal settings', value: 'ADMIN_PORTAL_SETTINGS' },
  { code: '128', label: 'Common', value: 'COMMON' },
  { code: '256', label: 'Amazon EC2', value: 'AMAZON_EC2' },
  { code: '512', label: 'Azure SQL, native backup monitoring', value: 'AZURE_SQL_NATIVE' },
  { code: '1024', label: 'Azure DevOps', value: 'AZURE_DEVOPS' },
  { code: '2048', label: 'Azure SQL Database', value: 'AZURE_SQL_DATABASE' },
  { code: '4096', label: 'Azure AD B2C', value: 'AZURE_AD_B2C' },
  { code: '8192', label: 'Google Cloud Platform', value: 'GOOGLE_CLOUD' },
  { code: '16384', label: 'AWS settings', value: 'AWS_SETTINGS' },
  { code: '20000', label: 'SQL Server', value: 'SQL_SERVER' },
  { code: '21000', label: 'VMware', value: 'VMWARE' },
  { code: '23000', label: 'Google Cloud Storage', value: 'GOOGLE_CLOUD_STORAGE' },
  { code: '24000', label: 'Azure Cosmos DB', value: 'AZURE_COSMOS_DB' },
  { code: '25000', label: 'Azure PostgreSQL', value: 'AZURE_POSTGRESQL' },
  { code: '26000', label: 'Amazon S3', value: 'AMAZON_S3' },
  { code: '27000', label: 'Microsoft Entra External ID', value: 'ENTRA_EXTERNAL_ID' },
]);

const serviceByType = new Map(typesWithService.flatMap(({ code, service }) => (service === undefined ? [] : [[code, services.describe(service)] as const])));

/** The service that a job of this type belongs to; null where the type does not tell. */
export function serviceOfType(code: string | null | undefined): UpstreamCode | null {
  return serviceByType.get(code ?? '') ?? null;
}
