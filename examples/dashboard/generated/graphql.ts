/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A product of AvePoint Cloud Backup that this server reads. Each product's own file adds its value. */
export type BackupProduct =
  /** Cloud Backup for Dynamics 365. */
  | 'DYNAMICS_365'
  /** Cloud Backup for Google Workspace. */
  | 'GOOGLE_WORKSPACE'
  /** Cloud Backup for IaaS + PaaS: Azure, AWS and Google Cloud workloads. */
  | 'IAAS_PAAS'
  /** Cloud Backup for Microsoft 365. */
  | 'MICROSOFT_365'
  /** Cloud Backup for Salesforce. */
  | 'SALESFORCE';

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type Dynamics365JobFilter = {
  /** Dynamics 365 organization, by its id. */
  readonly organizationId?: string | null | undefined;
  /** Text in the job id, case-sensitive; matched by this server. At most 512 characters; white space around it does not count. */
  readonly search?: string | null | undefined;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: ReadonlyArray<string | number> | null | undefined;
  /** `status` codes that this schema does not name yet. */
  readonly statusCodes?: ReadonlyArray<number> | null | undefined;
  /** States or outcomes (`status`). */
  readonly statuses?: ReadonlyArray<JobStatus> | null | undefined;
  /** `type` codes that this schema does not name yet. */
  readonly typeCodes?: ReadonlyArray<number> | null | undefined;
  /** Types of job (`type`). */
  readonly types?: ReadonlyArray<Dynamics365JobType> | null | undefined;
};

/** A type of Dynamics 365 job (`type`). */
export type Dynamics365JobType =
  /** Audit backup (16). */
  | 'AUDIT_BACKUP'
  /** Backup (`type` 1). */
  | 'BACKUP'
  /** Dry run (4). */
  | 'DRY_RUN'
  /** Export (32). */
  | 'EXPORT'
  /** Restore (2). */
  | 'RESTORE'
  /** Retention (8). */
  | 'RETENTION'
  /** A code that is not in this server's tables; see `upstreamType`. */
  | 'UNKNOWN';

/** The portal that a Google Workspace job was run from (`dataSource`). */
export type GoogleWorkspaceDataSource =
  /** The admin portal (`dataSource` 1). */
  | 'ADMIN'
  /** ReCenter, the portal for end users (2). */
  | 'RECENTER'
  /** A code that is not in this server's tables; see `raw`. */
  | 'UNKNOWN';

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type GoogleWorkspaceJobFilter = {
  /** Default: both. The upstream's own default is ADMIN alone. */
  readonly dataSources?: ReadonlyArray<GoogleWorkspaceDataSource> | null | undefined;
  /** Text in the job id, case-sensitive; matched by this server. At most 512 characters; white space around it does not count. */
  readonly search?: string | null | undefined;
  /** `appType` codes that this schema does not name yet. */
  readonly serviceCodes?: ReadonlyArray<number> | null | undefined;
  /** Services (`appType`). */
  readonly services?: ReadonlyArray<GoogleWorkspaceService> | null | undefined;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: ReadonlyArray<string | number> | null | undefined;
  /** `jobStatus` codes that this schema does not name yet. */
  readonly statusCodes?: ReadonlyArray<number> | null | undefined;
  /** States or outcomes (`jobStatus`). */
  readonly statuses?: ReadonlyArray<JobStatus> | null | undefined;
  /** `jobType` codes that this schema does not name yet. */
  readonly typeCodes?: ReadonlyArray<number> | null | undefined;
  /** Types of job (`jobType`). */
  readonly types?: ReadonlyArray<GoogleWorkspaceJobType> | null | undefined;
};

/** A type of Google Workspace job (`jobType`). */
export type GoogleWorkspaceJobType =
  /** Backup (`jobType` 1). */
  | 'BACKUP'
  /** Delete (4). */
  | 'DELETE'
  /** Export (3). */
  | 'EXPORT'
  /** Generate report (6). */
  | 'GENERATE_REPORT'
  /** Restore (2). */
  | 'RESTORE'
  /** Retention (5). */
  | 'RETENTION'
  /** A code that is not in this server's tables; see `upstreamType`. */
  | 'UNKNOWN';

/** A Google Workspace service (`appType`). */
export type GoogleWorkspaceService =
  /** Calendar (4). */
  | 'CALENDAR'
  /** Chat (4096). */
  | 'CHAT'
  /** Classroom (128). */
  | 'CLASSROOM'
  /** Contacts (8). */
  | 'CONTACTS'
  /** Drive (2). */
  | 'DRIVE'
  /** Drive, from Vault (16384). */
  | 'DRIVE_VAULT'
  /** Gmail (`appType` 1). */
  | 'GMAIL'
  /** Gmail, from Vault (8192). */
  | 'GMAIL_VAULT'
  /** Groups (512). */
  | 'GROUPS'
  /** Shared drives (64). */
  | 'SHARED_DRIVES'
  /** Shared drives, from Vault (32768). */
  | 'SHARED_DRIVES_VAULT'
  /** A code that is not in this server's tables; see `workload`. */
  | 'UNKNOWN'
  /** Users (256). */
  | 'USERS';

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type IaasPaasJobFilter = {
  /** Text in the job id or description; the upstream searches, and its answer stands. At most 512 characters; white space around it does not count. */
  readonly search?: string | null | undefined;
  /** `serviceType` codes that this schema does not name, backend services (8, 16, 32) included. */
  readonly serviceCodes?: ReadonlyArray<number> | null | undefined;
  /** Services (`serviceType`). One upstream query a service: records carry none, so the query is the proof. */
  readonly services?: ReadonlyArray<IaasPaasService> | null | undefined;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: ReadonlyArray<string | number> | null | undefined;
  /** Status codes that this schema does not name yet. Applied by this server. */
  readonly statusCodes?: ReadonlyArray<number> | null | undefined;
  /** States or outcomes. Applied by this server: the upstream has no status parameter. */
  readonly statuses?: ReadonlyArray<JobStatus> | null | undefined;
  /** `jobType` codes that this schema does not name yet. */
  readonly typeCodes?: ReadonlyArray<number> | null | undefined;
  /** Types of job (`jobType`). */
  readonly types?: ReadonlyArray<IaasPaasJobType> | null | undefined;
};

/** A type of IaaS + PaaS job (`jobType`): workload and operation in one. */
export type IaasPaasJobType =
  /** Admin portal settings backup (20003). */
  | 'ADMIN_PORTAL_SETTINGS_BACKUP'
  /** Admin portal settings export (20004). */
  | 'ADMIN_PORTAL_SETTINGS_EXPORT'
  /** Admin portal settings restore (20006). */
  | 'ADMIN_PORTAL_SETTINGS_RESTORE'
  /** Amazon EC2 backup (20009). */
  | 'AMAZON_EC2_BACKUP'
  /** Amazon EC2 restore (20010). */
  | 'AMAZON_EC2_RESTORE'
  /** Amazon S3 backup (90110). */
  | 'AMAZON_S3_BACKUP'
  /** Amazon S3 restore (90120). */
  | 'AMAZON_S3_RESTORE'
  /** AWS platform configurations backup (40000). */
  | 'AWS_PLATFORM_CONFIGURATION_BACKUP'
  /** AWS platform configurations export (40001). */
  | 'AWS_PLATFORM_CONFIGURATION_EXPORT'
  /** Azure AD B2C backup (20019). */
  | 'AZURE_AD_B2C_BACKUP'
  /** Azure AD B2C restore (20020). */
  | 'AZURE_AD_B2C_RESTORE'
  /** Azure Cosmos DB backup (80000). */
  | 'AZURE_COSMOS_DB_BACKUP'
  /** Azure Cosmos DB restore (80010). */
  | 'AZURE_COSMOS_DB_RESTORE'
  /** Azure DevOps backup (20014). */
  | 'AZURE_DEVOPS_BACKUP'
  /** Azure DevOps restore (20015). */
  | 'AZURE_DEVOPS_RESTORE'
  /** Azure PostgreSQL backup (60100). */
  | 'AZURE_POSTGRESQL_BACKUP'
  /** Azure PostgreSQL restore (60101). */
  | 'AZURE_POSTGRESQL_RESTORE'
  /** Azure SQL Database backup (20016). */
  | 'AZURE_SQL_DATABASE_BACKUP'
  /** Azure SQL Database restore (20017). */
  | 'AZURE_SQL_DATABASE_RESTORE'
  /** Azure SQL backup, native monitoring (20012). */
  | 'AZURE_SQL_NATIVE_BACKUP'
  /** Azure SQL restore, native monitoring (20013). */
  | 'AZURE_SQL_NATIVE_RESTORE'
  /** Azure Storage backup (1024). */
  | 'AZURE_STORAGE_BACKUP'
  /** Azure Storage export (4096). */
  | 'AZURE_STORAGE_EXPORT'
  /** Azure Storage restore (2048). */
  | 'AZURE_STORAGE_RESTORE'
  /** Azure VMware VM backup (60010). */
  | 'AZURE_VMWARE_VM_BACKUP'
  /** Azure VMware VM restore (60011). */
  | 'AZURE_VMWARE_VM_RESTORE'
  /** Azure VM backup (`jobType` 1). */
  | 'AZURE_VM_BACKUP'
  /** Azure VM file-level export (4). */
  | 'AZURE_VM_FILE_EXPORT'
  /** Azure VM file restore (20018). */
  | 'AZURE_VM_FILE_RESTORE'
  /** Azure VM index generation (33). */
  | 'AZURE_VM_INDEX_GENERATION'
  /** Azure VM restore (2). */
  | 'AZURE_VM_RESTORE'
  /** Data deletion (30003). */
  | 'DATA_DELETION'
  /** Data retention (64). */
  | 'DATA_RETENTION'
  /** Entra External ID backup (90000). */
  | 'ENTRA_EXTERNAL_ID_BACKUP'
  /** Entra External ID export (90002). */
  | 'ENTRA_EXTERNAL_ID_EXPORT'
  /** Entra External ID restore (90001). */
  | 'ENTRA_EXTERNAL_ID_RESTORE'
  /** Microsoft Entra ID backup (128). */
  | 'ENTRA_ID_BACKUP'
  /** Microsoft Entra ID export (257). */
  | 'ENTRA_ID_EXPORT'
  /** Microsoft Entra ID restore (256). */
  | 'ENTRA_ID_RESTORE'
  /** Google Cloud Storage backup (70010). */
  | 'GOOGLE_CLOUD_STORAGE_BACKUP'
  /** Google Cloud Storage export (70012). */
  | 'GOOGLE_CLOUD_STORAGE_EXPORT'
  /** Google Cloud Storage restore (70011). */
  | 'GOOGLE_CLOUD_STORAGE_RESTORE'
  /** Google VM backup (20022). */
  | 'GOOGLE_VM_BACKUP'
  /** Google VM file export (20025). */
  | 'GOOGLE_VM_FILE_EXPORT'
  /** Google VM index generation (20024). */
  | 'GOOGLE_VM_INDEX_GENERATION'
  /** Google VM restore (20023). */
  | 'GOOGLE_VM_RESTORE'
  /** A backend type that the vendor's specification names but its pages hide; `upstreamType` tells which. */
  | 'INTERNAL'
  /** SQL Server backup (60000). */
  | 'SQL_SERVER_BACKUP'
  /** SQL Server restore (60001). */
  | 'SQL_SERVER_RESTORE'
  /** A code that is not in this server's tables; see `upstreamType`. */
  | 'UNKNOWN';

/** A protected service (`serviceType`). Filter only: IaaS + PaaS job records carry no service. */
export type IaasPaasService =
  /** Admin portal settings (64). */
  | 'ADMIN_PORTAL_SETTINGS'
  /** Amazon EC2 (256). */
  | 'AMAZON_EC2'
  /** Amazon S3 (26000). */
  | 'AMAZON_S3'
  /** AWS platform configurations (16384). */
  | 'AWS_SETTINGS'
  /** Azure AD B2C (4096). */
  | 'AZURE_AD_B2C'
  /** Azure Cosmos DB (24000). */
  | 'AZURE_COSMOS_DB'
  /** Azure DevOps (1024). */
  | 'AZURE_DEVOPS'
  /** Azure Database for PostgreSQL (25000). */
  | 'AZURE_POSTGRESQL'
  /** Azure SQL Database backup (2048). */
  | 'AZURE_SQL_DATABASE'
  /** Azure SQL, monitoring of native backups (512). */
  | 'AZURE_SQL_NATIVE'
  /** Azure Storage (4). */
  | 'AZURE_STORAGE'
  /** Azure Virtual Machine (`serviceType` 1). */
  | 'AZURE_VM'
  /** Common (128). */
  | 'COMMON'
  /** Microsoft Entra External ID (27000). */
  | 'ENTRA_EXTERNAL_ID'
  /** Microsoft Entra ID (2). */
  | 'ENTRA_ID'
  /** Google Cloud Platform (8192). */
  | 'GOOGLE_CLOUD'
  /** Google Cloud Storage (23000). */
  | 'GOOGLE_CLOUD_STORAGE'
  /** SQL Server (20000). */
  | 'SQL_SERVER'
  /** VMware, Azure VMware included (21000). */
  | 'VMWARE';

/** How sure a count is. */
export type JobCountPrecision =
  /** There are at least so many: a source failed, or was not read far enough. */
  | 'AT_LEAST'
  /** All that there is was read. */
  | 'EXACT'
  /** Nothing was read that could have told. */
  | 'UNKNOWN';

/** What the seconds of a `JobDuration` rest on. */
export type JobDurationBasis =
  /** Finish minus start. */
  | 'COMPUTED'
  /** Still running: the moment of observation minus start. */
  | 'ELAPSED'
  /** As sent by the upstream, where start or finish is missing. */
  | 'REPORTED';

/** Whether something was found, and what it means if not. */
export type JobEvidence =
  /** It was found. */
  | 'FOUND'
  /** All of the time looked at was read, and there is none. */
  | 'NONE'
  /** There may be one: the source failed, or was not read far enough. */
  | 'UNKNOWN';

/** Where an expectation comes from; the first that there is. */
export type JobExpectationBasis =
  /** The server's configuration of the tenant. */
  | 'CONFIGURATION'
  /** The middle of the times between the runs that were read, five at least. */
  | 'HISTORY';

/** What a cause is told by. */
export type JobFailureCauseKind =
  /** The comment of an IaaS + PaaS job, which has no other place for a reason. */
  | 'COMMENT'
  /** A code of the vendor's error catalogue. */
  | 'ERROR_CODE'
  /** A message of `Job.failures`. */
  | 'MESSAGE';

/** Different fields must all hold; the values of one list are alternatives. An empty list matches nothing, and nothing is then the whole answer. */
export type JobFilter = {
  /** Narrows Dynamics 365 further; leaves the other products alone. */
  readonly dynamics365?: Dynamics365JobFilter | null | undefined;
  /** Narrows Google Workspace further; leaves the other products alone. Its `sourceIds`, `statuses` and `search` must hold beside those here. */
  readonly googleWorkspace?: GoogleWorkspaceJobFilter | null | undefined;
  /** Narrows IaaS + PaaS further; leaves the other products alone. */
  readonly iaasPaas?: IaasPaasJobFilter | null | undefined;
  /** Narrows Microsoft 365 further; leaves the other products alone. */
  readonly microsoft365?: Microsoft365JobFilter | null | undefined;
  /** Operations. Sent to the upstream as job types; where records carry no type, one upstream query a type proves it. */
  readonly operations?: ReadonlyArray<JobOperation> | null | undefined;
  /** Products to ask. Default: all. */
  readonly products?: ReadonlyArray<BackupProduct> | null | undefined;
  /** Narrows Salesforce further; leaves the other products alone. */
  readonly salesforce?: SalesforceJobFilter | null | undefined;
  /** Text in the job id or description. Sent to IaaS + PaaS; matched on the job id elsewhere. At most 512 characters; white space around it does not count. */
  readonly search?: string | null | undefined;
  /** Sources to ask, by `JobSource.id`. Default: all. */
  readonly sourceIds?: ReadonlyArray<string | number> | null | undefined;
  /** States or outcomes. Sent to the upstream where it can filter by them, else applied by this server. */
  readonly statuses?: ReadonlyArray<JobStatus> | null | undefined;
  /** Only sources of tenants with all of these labels. */
  readonly tenantLabels?: ReadonlyArray<JobTenantLabelInput> | null | undefined;
  /** Tenants to ask, by `JobSource.tenant`. Default: all. */
  readonly tenants?: ReadonlyArray<string> | null | undefined;
};

/** What a job does, on one scale for all products. */
export type JobOperation =
  /** Previews, simulations and analyses that change nothing. */
  | 'ANALYSIS'
  /** Moves data out of the service into the archive. */
  | 'ARCHIVE'
  /** Protects data: full, incremental, on demand, continuous, audit log. */
  | 'BACKUP'
  /** Compares backups, or a backup with live data. */
  | 'COMPARE'
  /** Removes data that is protected or stored. */
  | 'DELETE'
  /** Writes data out for a person to download. */
  | 'EXPORT'
  /** Builds the index that searches and file-level restores need. */
  | 'INDEX'
  /** A known type that is none of the above. */
  | 'OTHER'
  /** Generates a report. */
  | 'REPORT'
  /** Brings data back. */
  | 'RESTORE'
  /** Removes backups that have passed their retention. */
  | 'RETENTION'
  /** Fills a sandbox with data. */
  | 'SEEDING'
  /** Reads what exists: discovery and synchronisation. */
  | 'SYNC'
  /** A code that is not in this server's tables; see `upstreamType`. */
  | 'UNKNOWN';

/** In which order jobs come. */
export type JobOrder =
  /**
   * Newest end first. For windows by end only. A job that ran longer than this server looks back can come late: it leads its page then, with
   * OUT_OF_ORDER. A page reads further back than it shows, by as long as a job may run.
   */
  | 'FINISHED_AT_DESC'
  /** Newest start first; jobs without a start lead. */
  | 'STARTED_AT_DESC';

/**
 * A stretch of time to count over, and the clock by which its days are told. Half-open: `from` <= instant < `to`. `last` (`PT24H`, `P7D`)
 * counts back from now and excludes `from` and `to`. Without bounds: the last 7 days. At most 366 days.
 */
export type JobPeriodInput = {
  /** Moves the lower bound back to the beginning of its hour, day, week or month there, so that the first one is whole. */
  readonly align?: JobPeriodUnit | null | undefined;
  /** Which instant of a job has to lie in the period. By the end, a job counts on the day it ended, and not before it has. */
  readonly by?: JobWindowBasis;
  /** Inclusive lower bound. */
  readonly from?: string | null | undefined;
  /** How far to look back from now; weeks, days, hours, minutes and seconds, not years or months. */
  readonly last?: string | null | undefined;
  /** Whose midnights begin the days, weeks and months. */
  readonly timeZone?: string;
  /** Exclusive upper bound. Without it: now. */
  readonly to?: string | null | undefined;
};

/** A stretch of the calendar. */
export type JobPeriodUnit =
  /** From one midnight to the next: 23 or 25 hours where the clock changes. */
  | 'DAY'
  /** From one full hour to the next. */
  | 'HOUR'
  /** From the first of a month to the last. */
  | 'MONTH'
  /** From Monday to Sunday, as in ISO 8601. */
  | 'WEEK';

/** How a source did when last asked. */
export type JobSourceHealthState =
  /** The last call failed, after others had succeeded not long ago. */
  | 'DEGRADED'
  /** The last call succeeded. */
  | 'HEALTHY'
  /** The last calls failed; the source does not answer. */
  | 'UNAVAILABLE'
  /** Not asked since this process started. */
  | 'UNTESTED';

/** Whether a source answered. */
export type JobSourceOutcome =
  /** Did not answer. */
  | 'FAILED'
  /** Answered in full. */
  | 'OK'
  /** Answered, but part of its jobs may be missing from this page. */
  | 'PARTIAL'
  /** Not asked: the filter cannot match this source. */
  | 'SKIPPED';

/** State or outcome of a job, on one scale for all products. Every output enum has UNKNOWN, so a new upstream code can never fail a query. */
export type JobStatus =
  /** Ended in failure. */
  | 'FAILED'
  /** Ended, but not everything succeeded: finished with exception, exception, partially finished. */
  | 'PARTIAL'
  /** Paused. */
  | 'PAUSED'
  /** Created or waiting, not running yet. */
  | 'QUEUED'
  /** Running. */
  | 'RUNNING'
  /** Not run. */
  | 'SKIPPED'
  /** Stopped before its end. */
  | 'STOPPED'
  /** Ended well. */
  | 'SUCCEEDED'
  /** A code that is not in this server's tables; see `upstreamStatus`. */
  | 'UNKNOWN';

/** A label that a tenant has to have. */
export type JobTenantLabelInput = {
  /** Such as `tier`. */
  readonly name: string;
  /** Such as `gold`. Default: any. */
  readonly value?: string | null | undefined;
};

/** Which instant of a job places it in a window. */
export type JobWindowBasis =
  /** Jobs that have ended are placed by their end; jobs that have not are left out. */
  | 'FINISHED_AT'
  /** The start, or the end of a job that has an end alone. Jobs with neither belong to every window that reaches up to now. */
  | 'STARTED_AT';

/** Half-open: `from` <= instant < `to`. `last` (`PT24H`, `P7D`) counts back from now and excludes `from` and `to`. Without bounds: the last 30 days. */
export type JobWindowInput = {
  /** Which instant of a job has to lie in the window. */
  readonly by?: JobWindowBasis;
  /** Inclusive lower bound. Without it, and with `to`, there is no lower bound. */
  readonly from?: string | null | undefined;
  /** How far to look back from now; weeks, days, hours, minutes and seconds, not years or months, and at most ten years (`P3653D`). */
  readonly last?: string | null | undefined;
  /** Exclusive upper bound. Without it there is none: lists reach up to now, and on to jobs that are ahead of this server's clock. */
  readonly to?: string | null | undefined;
};

/** Which workloads. Different fields must all hold; the values of one list are alternatives. An empty list matches nothing. */
export type JobWorkloadFilter = {
  /** With at least so many failed runs since the last success. */
  readonly consecutiveFailuresAtLeast?: number | null | undefined;
  /** Only those of which it is known that they are late, or are not. */
  readonly isLate?: boolean | null | undefined;
  /** Only those of which it is known that they are stale, or are not. One of which it cannot be told is in neither. */
  readonly isStale?: boolean | null | undefined;
  /** What is done to them. */
  readonly operations?: ReadonlyArray<JobOperation>;
  /** Products to ask. Default: all. */
  readonly products?: ReadonlyArray<BackupProduct> | null | undefined;
  /** Sources to ask, by `JobSource.id`. Default: all. */
  readonly sourceIds?: ReadonlyArray<string | number> | null | undefined;
  /** How they are doing, by `state`. */
  readonly states?: ReadonlyArray<JobWorkloadState> | null | undefined;
  /** Only tenants with all of these labels. */
  readonly tenantLabels?: ReadonlyArray<JobTenantLabelInput> | null | undefined;
  /** Tenants to ask, by `JobSource.tenant`. Default: all. */
  readonly tenants?: ReadonlyArray<string> | null | undefined;
};

/** How a workload is doing. Where several hold, the first of these. */
export type JobWorkloadState =
  /** The run that ended last has failed. */
  | 'FAILING'
  /** A run that should have started has not. */
  | 'LATE'
  /** All is well. */
  | 'OK'
  /** The run that ended last succeeded in part. */
  | 'PARTIAL'
  /** The last success is longer ago than allowed, or there is none in the time looked at. */
  | 'STALE'
  /** It cannot be told: the source did not answer, or not far enough. */
  | 'UNKNOWN';

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type Microsoft365JobFilter = {
  /** Multi-Geo location code (`NAM`, `EUR`…). Default: all of them. The older endpoint has no such parameter. */
  readonly location?: string | null | undefined;
  /** Text in the job id, case-sensitive; matched by this server. At most 512 characters; white space around it does not count. */
  readonly search?: string | null | undefined;
  /** `objectType` codes that this schema does not name yet. */
  readonly serviceCodes?: ReadonlyArray<number> | null | undefined;
  /** Services (`objectType`). One upstream query a service: records carry none, so the query is the proof. */
  readonly services?: ReadonlyArray<Microsoft365Service> | null | undefined;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: ReadonlyArray<string | number> | null | undefined;
  /** `jobState` codes that this schema does not name yet. */
  readonly statusCodes?: ReadonlyArray<number> | null | undefined;
  /** States or outcomes (`jobState`). */
  readonly statuses?: ReadonlyArray<JobStatus> | null | undefined;
  /** `jobType` codes that this schema does not name yet. */
  readonly typeCodes?: ReadonlyArray<number> | null | undefined;
  /** Types of job (`jobType`). One upstream query a type: records carry none, so the query is the proof. */
  readonly types?: ReadonlyArray<Microsoft365JobType> | null | undefined;
};

/** A type of Microsoft 365 job (`jobType`). Filter only: job records carry neither type nor service. */
export type Microsoft365JobType =
  /** Backup (`jobType` 1). */
  | 'BACKUP'
  /** Delete, also called deletion (4). */
  | 'DELETE'
  /** Export (3). */
  | 'EXPORT'
  /** Restore (2). */
  | 'RESTORE'
  /** Retention (5). */
  | 'RETENTION';

/** A Microsoft 365 service (`objectType`). Filter only: job records carry neither type nor service. */
export type Microsoft365Service =
  /** Exchange Online (`objectType` 1). */
  | 'EXCHANGE_ONLINE'
  /** Microsoft 365 Groups (4). */
  | 'MICROSOFT_365_GROUPS'
  /** OneDrive (3). */
  | 'ONEDRIVE'
  /** Power Apps (12). */
  | 'POWER_APPS'
  /** Power Automate (11). */
  | 'POWER_AUTOMATE'
  /** Power BI (10). */
  | 'POWER_BI'
  /** Project Online (5). */
  | 'PROJECT_ONLINE'
  /** Public folders (6). */
  | 'PUBLIC_FOLDER'
  /** SharePoint Online (2). */
  | 'SHAREPOINT_ONLINE'
  /** Teams (7). */
  | 'TEAMS'
  /** Teams chat (9). */
  | 'TEAMS_CHAT'
  /** Viva Engage, formerly Yammer (8). */
  | 'VIVA_ENGAGE';

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type SalesforceJobFilter = {
  /** Level of the job (`level`). Records carry none, so the upstream query is the proof. */
  readonly level?: SalesforceJobLevel | null | undefined;
  /** Source Salesforce organization, by its 18-character id. */
  readonly organizationId?: string | null | undefined;
  /** Text in the job id, case-sensitive; matched by this server. At most 512 characters; white space around it does not count. */
  readonly search?: string | null | undefined;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: ReadonlyArray<string | number> | null | undefined;
  /** `status` codes that this schema does not name yet. */
  readonly statusCodes?: ReadonlyArray<number> | null | undefined;
  /** States or outcomes (`status`). */
  readonly statuses?: ReadonlyArray<JobStatus> | null | undefined;
  /** `type` codes that this schema does not name yet. */
  readonly typeCodes?: ReadonlyArray<number> | null | undefined;
  /** Types of job (`type`). */
  readonly types?: ReadonlyArray<SalesforceJobType> | null | undefined;
};

/** The level that a Salesforce job ran at (`level`). Filter only: job records carry none. */
export type SalesforceJobLevel =
  /** Field (4). */
  | 'FIELD'
  /** Metadata (5). */
  | 'METADATA'
  /** Jobs without a level (6). */
  | 'NOT_APPLICABLE'
  /** Object (2). */
  | 'OBJECT'
  /** Organization (`level` 1). */
  | 'ORGANIZATION'
  /** Record (3). */
  | 'RECORD';

/** A type of Salesforce job (`type`). */
export type SalesforceJobType =
  /** Archive (6). */
  | 'ARCHIVE'
  /** Audit log auto export (22). */
  | 'AUDIT_LOG_AUTO_EXPORT'
  /** Audit log backup (20). */
  | 'AUDIT_LOG_BACKUP'
  /** Audit log export (21). */
  | 'AUDIT_LOG_EXPORT'
  /** Auto export (13). */
  | 'AUTO_EXPORT'
  /** Backup (`type` 1). */
  | 'BACKUP'
  /** Backup export (11). */
  | 'BACKUP_EXPORT'
  /** Compare (5). */
  | 'COMPARE'
  /** Continuous data protection (17). */
  | 'CONTINUOUS_DATA_PROTECTION'
  /** Data cleanup (14). */
  | 'DATA_CLEANUP'
  /** Data service (18). */
  | 'DATA_SERVICE'
  /** Discovery (10). */
  | 'DISCOVERY'
  /** Generate recovery point (16). */
  | 'GENERATE_RECOVERY_POINT'
  /** Inactive data analysis (8). */
  | 'INACTIVE_DATA_ANALYSIS'
  /** On-demand backup (2). */
  | 'ON_DEMAND_BACKUP'
  /** On-demand data service (19). */
  | 'ON_DEMAND_DATA_SERVICE'
  /** On-demand export (12). */
  | 'ON_DEMAND_EXPORT'
  /** Pre-restore (4). */
  | 'PRE_RESTORE'
  /** Restore (3). */
  | 'RESTORE'
  /** Retention (9). */
  | 'RETENTION'
  /** Sandbox seeding (15). */
  | 'SANDBOX_SEEDING'
  /** Simulation (7). */
  | 'SIMULATION'
  /** A code that is not in this server's tables; see `upstreamType`. */
  | 'UNKNOWN';

export type BoardQueryVariables = Exact<{
  filter: JobWorkloadFilter;
  lookBack: string;
  staleAfter?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type BoardQuery = { readonly jobWorkloads: { readonly isComplete: boolean, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly operation: JobOperation, readonly state: JobWorkloadState, readonly successEvidence: JobEvidence, readonly successAgeSeconds: number | null, readonly consecutiveFailures: number | null, readonly consecutiveFailuresPrecision: JobCountPrecision, readonly failingSince: string | null, readonly runs: number | null, readonly isLate: boolean | null, readonly isStale: boolean | null, readonly searchedFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly latest:
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
         | null, readonly latestEnded:
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
         | null, readonly latestSuccess:
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
          | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
         | null, readonly expectation: { readonly intervalSeconds: number, readonly nextAt: string | null, readonly basis: JobExpectationBasis } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly groups: ReadonlyArray<{ readonly total: number, readonly compliant: number, readonly breached: number, readonly undecided: number, readonly silentSources: number, readonly key: { readonly product: BackupProduct | null } }>, readonly window: { readonly to: string }, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> } | null };

export type KnownSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type KnownSourcesQuery = { readonly jobSources: ReadonlyArray<{ readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }> };

export type WorkloadFactsFragment = { readonly id: string, readonly operation: JobOperation, readonly state: JobWorkloadState, readonly successEvidence: JobEvidence, readonly successAgeSeconds: number | null, readonly consecutiveFailures: number | null, readonly consecutiveFailuresPrecision: JobCountPrecision, readonly failingSince: string | null, readonly runs: number | null, readonly isLate: boolean | null, readonly isStale: boolean | null, readonly searchedFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly latest:
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
   | null, readonly latestEnded:
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
   | null, readonly latestSuccess:
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
    | { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } }
   | null, readonly expectation: { readonly intervalSeconds: number, readonly nextAt: string | null, readonly basis: JobExpectationBasis } | null };

type Run_Dynamics365Job_Fragment = { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } };

type Run_GoogleWorkspaceJob_Fragment = { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } };

type Run_IaasPaasJob_Fragment = { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } };

type Run_Microsoft365Job_Fragment = { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } };

type Run_SalesforceJob_Fragment = { readonly id: string, readonly jobId: string, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null } };

export type RunFragment =
  | Run_Dynamics365Job_Fragment
  | Run_GoogleWorkspaceJob_Fragment
  | Run_IaasPaasJob_Fragment
  | Run_Microsoft365Job_Fragment
  | Run_SalesforceJob_Fragment
;

export type CausesQueryVariables = Exact<{
  period: JobPeriodInput;
  first: number;
}>;


export type CausesQuery = { readonly jobFailureDigest: { readonly otherCauses: number, readonly jobs: number | null, readonly unexplainedJobs: number | null, readonly precision: JobCountPrecision, readonly causes: ReadonlyArray<{ readonly id: string, readonly kind: JobFailureCauseKind, readonly text: string, readonly documentationUrl: string | null, readonly jobs: number, readonly sources: ReadonlyArray<{ readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct }>, readonly latestJobs: ReadonlyArray<
        | { readonly id: string, readonly jobId: string, readonly finishedAt: string | null }
        | { readonly id: string, readonly jobId: string, readonly finishedAt: string | null }
        | { readonly id: string, readonly jobId: string, readonly finishedAt: string | null }
        | { readonly id: string, readonly jobId: string, readonly finishedAt: string | null }
        | { readonly id: string, readonly jobId: string, readonly finishedAt: string | null }
      > }>, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> } | null };

export type CountFragment = { readonly period: { readonly to: string }, readonly total: { readonly precision: JobCountPrecision, readonly key: { readonly product: BackupProduct | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }, readonly groups: ReadonlyArray<{ readonly precision: JobCountPrecision, readonly key: { readonly product: BackupProduct | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }>, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> };

export type CountedGroupFragment = { readonly precision: JobCountPrecision, readonly key: { readonly product: BackupProduct | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null };

export type StatusCountsFragment = { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number };

export type DaysQueryVariables = Exact<{
  sourceId: string | number;
  operation: JobOperation;
  period: JobPeriodInput;
  withLogs: boolean;
}>;


export type DaysQuery = { readonly own: { readonly groups: ReadonlyArray<{ readonly precision: JobCountPrecision, readonly key: { readonly workload: { readonly code: string } | null, readonly type: { readonly label: string | null } | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }> } | null, readonly logs?: { readonly groups: ReadonlyArray<{ readonly precision: JobCountPrecision, readonly key: { readonly workload: { readonly code: string } | null, readonly type: { readonly label: string | null } | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }> } | null };

export type DayGroupsFragment = { readonly groups: ReadonlyArray<{ readonly precision: JobCountPrecision, readonly key: { readonly workload: { readonly code: string } | null, readonly type: { readonly label: string | null } | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }> };

export type JobsQueryVariables = Exact<{
  filter?: JobFilter | null | undefined;
  window?: JobWindowInput | null | undefined;
  orderBy: JobOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type JobsQuery = { readonly jobs: { readonly isComplete: boolean, readonly edges: ReadonlyArray<{ readonly operation: JobOperation | null, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly node:
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
       }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly window: { readonly from: string | null, readonly to: string }, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> } | null };

export type JobsPageFragment = { readonly isComplete: boolean, readonly edges: ReadonlyArray<{ readonly operation: JobOperation | null, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly node:
      | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
      | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
      | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
      | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
      | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
     }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly window: { readonly from: string | null, readonly to: string }, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> };

type JobLine_Dynamics365Job_Fragment = { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null };

type JobLine_GoogleWorkspaceJob_Fragment = { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null };

type JobLine_IaasPaasJob_Fragment = { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null };

type JobLine_Microsoft365Job_Fragment = { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null };

type JobLine_SalesforceJob_Fragment = { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null };

export type JobLineFragment =
  | JobLine_Dynamics365Job_Fragment
  | JobLine_GoogleWorkspaceJob_Fragment
  | JobLine_IaasPaasJob_Fragment
  | JobLine_Microsoft365Job_Fragment
  | JobLine_SalesforceJob_Fragment
;

export type NewestQueryVariables = Exact<{
  failed: JobFilter;
  failedIn: JobWindowInput;
  failedFirst: number;
  live: JobFilter;
  liveIn: JobWindowInput;
  liveFirst: number;
}>;


export type NewestQuery = { readonly failures: { readonly isComplete: boolean, readonly edges: ReadonlyArray<{ readonly operation: JobOperation | null, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly node:
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
       }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly window: { readonly from: string | null, readonly to: string }, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> } | null, readonly running: { readonly isComplete: boolean, readonly edges: ReadonlyArray<{ readonly operation: JobOperation | null, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly node:
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
        | { readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly occurrences: number | null }> | null }
       }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly window: { readonly from: string | null, readonly to: string }, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> } | null };

export type OneJobQueryVariables = Exact<{
  id: string | number;
}>;


export type OneJobQuery = { readonly job:
    | { readonly __typename: 'Dynamics365Job', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly Dynamics365Job_type: Dynamics365JobType | null, readonly Dynamics365Job_backupSizeBytes: number | null, readonly Dynamics365Job_organizationId: string | null, readonly Dynamics365Job_organizationName: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly Dynamics365Job_recordCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null }
    | { readonly __typename: 'GoogleWorkspaceJob', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly GoogleWorkspaceJob_service: GoogleWorkspaceService | null, readonly GoogleWorkspaceJob_type: GoogleWorkspaceJobType | null, readonly GoogleWorkspaceJob_dataSource: GoogleWorkspaceDataSource | null, readonly GoogleWorkspaceJob_operator: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null }
    | { readonly __typename: 'IaasPaasJob', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly IaasPaasJob_type: IaasPaasJobType | null, readonly IaasPaasJob_comments: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null }
    | { readonly __typename: 'Microsoft365Job', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly Microsoft365Job_location: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null }
    | { readonly __typename: 'SalesforceJob', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly SalesforceJob_type: SalesforceJobType | null, readonly SalesforceJob_dataSizeKilobytes: number | null, readonly SalesforceJob_apiCalls: number | null, readonly SalesforceJob_organizationId: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly SalesforceJob_recordCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly SalesforceJob_metadataCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null }
   | null };

type JobDetails_Dynamics365Job_Fragment = { readonly __typename: 'Dynamics365Job', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly Dynamics365Job_type: Dynamics365JobType | null, readonly Dynamics365Job_backupSizeBytes: number | null, readonly Dynamics365Job_organizationId: string | null, readonly Dynamics365Job_organizationName: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly Dynamics365Job_recordCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null };

type JobDetails_GoogleWorkspaceJob_Fragment = { readonly __typename: 'GoogleWorkspaceJob', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly GoogleWorkspaceJob_service: GoogleWorkspaceService | null, readonly GoogleWorkspaceJob_type: GoogleWorkspaceJobType | null, readonly GoogleWorkspaceJob_dataSource: GoogleWorkspaceDataSource | null, readonly GoogleWorkspaceJob_operator: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null };

type JobDetails_IaasPaasJob_Fragment = { readonly __typename: 'IaasPaasJob', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly IaasPaasJob_type: IaasPaasJobType | null, readonly IaasPaasJob_comments: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null };

type JobDetails_Microsoft365Job_Fragment = { readonly __typename: 'Microsoft365Job', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly Microsoft365Job_location: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null };

type JobDetails_SalesforceJob_Fragment = { readonly __typename: 'SalesforceJob', readonly operation: JobOperation | null, readonly observedAt: string, readonly raw: unknown, readonly id: string, readonly jobId: string, readonly product: BackupProduct, readonly status: JobStatus, readonly startedAt: string | null, readonly finishedAt: string | null, readonly progress: number | null, readonly SalesforceJob_type: SalesforceJobType | null, readonly SalesforceJob_dataSizeKilobytes: number | null, readonly SalesforceJob_apiCalls: number | null, readonly SalesforceJob_organizationId: string | null, readonly source: { readonly id: string }, readonly workload: { readonly code: string, readonly label: string | null } | null, readonly counts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly failures: ReadonlyArray<{ readonly message: string, readonly documentationUrl: string | null, readonly occurrences: number | null }> | null, readonly upstreamStatus: { readonly code: string, readonly label: string | null }, readonly upstreamType: { readonly code: string, readonly label: string | null } | null, readonly duration: { readonly seconds: number, readonly basis: JobDurationBasis } | null, readonly SalesforceJob_recordCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly SalesforceJob_metadataCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null };

export type JobDetailsFragment =
  | JobDetails_Dynamics365Job_Fragment
  | JobDetails_GoogleWorkspaceJob_Fragment
  | JobDetails_IaasPaasJob_Fragment
  | JobDetails_Microsoft365Job_Fragment
  | JobDetails_SalesforceJob_Fragment
;

export type OverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewQuery = { readonly jobSources: ReadonlyArray<{ readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }>, readonly jobStats: { readonly period: { readonly to: string }, readonly total: { readonly precision: JobCountPrecision, readonly key: { readonly product: BackupProduct | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }, readonly groups: ReadonlyArray<{ readonly precision: JobCountPrecision, readonly key: { readonly product: BackupProduct | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }>, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> } | null };

export type PageFactsFragment = { readonly isComplete: boolean, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly window: { readonly from: string | null, readonly to: string }, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> };

export type SourceAnswerFragment = { readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null };

export type SourceFactsFragment = { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } };

export type WeekQueryVariables = Exact<{
  from: string;
  timeZone: string;
}>;


export type WeekQuery = { readonly jobStats: { readonly period: { readonly to: string }, readonly total: { readonly precision: JobCountPrecision, readonly key: { readonly product: BackupProduct | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }, readonly groups: ReadonlyArray<{ readonly precision: JobCountPrecision, readonly key: { readonly product: BackupProduct | null, readonly stretch: { readonly start: string } | null }, readonly counts: { readonly total: number, readonly queued: number, readonly running: number, readonly paused: number, readonly succeeded: number, readonly partial: number, readonly failed: number, readonly stopped: number, readonly skipped: number, readonly unknown: number } | null }>, readonly sources: ReadonlyArray<{ readonly outcome: JobSourceOutcome, readonly coveredFrom: string | null, readonly source: { readonly id: string, readonly tenant: string, readonly region: string, readonly product: BackupProduct, readonly endpoint: string, readonly isSimulated: boolean, readonly health: { readonly state: JobSourceHealthState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly retryAt: string | null, readonly lastError: { readonly message: string } | null } }, readonly error: { readonly message: string } | null }> } | null };

type ProductFacts_Dynamics365Job_Fragment = { readonly Dynamics365Job_type: Dynamics365JobType | null, readonly Dynamics365Job_backupSizeBytes: number | null, readonly Dynamics365Job_organizationId: string | null, readonly Dynamics365Job_organizationName: string | null, readonly Dynamics365Job_recordCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null };

type ProductFacts_GoogleWorkspaceJob_Fragment = { readonly GoogleWorkspaceJob_service: GoogleWorkspaceService | null, readonly GoogleWorkspaceJob_type: GoogleWorkspaceJobType | null, readonly GoogleWorkspaceJob_dataSource: GoogleWorkspaceDataSource | null, readonly GoogleWorkspaceJob_operator: string | null };

type ProductFacts_IaasPaasJob_Fragment = { readonly IaasPaasJob_type: IaasPaasJobType | null, readonly IaasPaasJob_comments: string | null };

type ProductFacts_Microsoft365Job_Fragment = { readonly Microsoft365Job_location: string | null };

type ProductFacts_SalesforceJob_Fragment = { readonly SalesforceJob_type: SalesforceJobType | null, readonly SalesforceJob_dataSizeKilobytes: number | null, readonly SalesforceJob_apiCalls: number | null, readonly SalesforceJob_organizationId: string | null, readonly SalesforceJob_recordCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null, readonly SalesforceJob_metadataCounts: { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null } | null };

export type ProductFactsFragment =
  | ProductFacts_Dynamics365Job_Fragment
  | ProductFacts_GoogleWorkspaceJob_Fragment
  | ProductFacts_IaasPaasJob_Fragment
  | ProductFacts_Microsoft365Job_Fragment
  | ProductFacts_SalesforceJob_Fragment
;

export type CountFactsFragment = { readonly total: number | null, readonly successful: number | null, readonly failed: number | null, readonly skipped: number | null, readonly warning: number | null };

export const RunFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Run"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}}]} as unknown as DocumentNode<RunFragment, unknown>;
export const WorkloadFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkloadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobWorkload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Run"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestEnded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Run"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestSuccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Run"}}]}},{"kind":"Field","name":{"kind":"Name","value":"successEvidence"}},{"kind":"Field","name":{"kind":"Name","value":"successAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"consecutiveFailures"}},{"kind":"Field","name":{"kind":"Name","value":"consecutiveFailuresPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"expectation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"intervalSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"searchedFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Run"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}}]} as unknown as DocumentNode<WorkloadFactsFragment, unknown>;
export const StatusCountsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatusCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"stopped"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}}]} as unknown as DocumentNode<StatusCountsFragment, unknown>;
export const CountedGroupFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CountedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatsGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"stretch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatusCounts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatusCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"stopped"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}}]} as unknown as DocumentNode<CountedGroupFragment, unknown>;
export const SourceFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]} as unknown as DocumentNode<SourceFactsFragment, unknown>;
export const SourceAnswerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]} as unknown as DocumentNode<SourceAnswerFragment, unknown>;
export const CountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Count"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CountedGroup"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CountedGroup"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatusCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"stopped"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CountedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatsGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"stretch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatusCounts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}}]} as unknown as DocumentNode<CountFragment, unknown>;
export const DayGroupsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DayGroups"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"type"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stretch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatusCounts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatusCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"stopped"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}}]} as unknown as DocumentNode<DayGroupsFragment, unknown>;
export const PageFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}}]} as unknown as DocumentNode<PageFactsFragment, unknown>;
export const JobLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upstreamType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"}}]}}]}}]} as unknown as DocumentNode<JobLineFragment, unknown>;
export const JobsPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobsPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFacts"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upstreamType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"}}]}}]}}]} as unknown as DocumentNode<JobsPageFragment, unknown>;
export const CountFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CountFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}}]} as unknown as DocumentNode<CountFactsFragment, unknown>;
export const ProductFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProductFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dynamics365Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_recordCounts"},"name":{"kind":"Name","value":"recordCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_backupSizeBytes"},"name":{"kind":"Name","value":"backupSizeBytes"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_organizationId"},"name":{"kind":"Name","value":"organizationId"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_organizationName"},"name":{"kind":"Name","value":"organizationName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GoogleWorkspaceJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_service"},"name":{"kind":"Name","value":"service"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_dataSource"},"name":{"kind":"Name","value":"dataSource"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_operator"},"name":{"kind":"Name","value":"operator"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IaasPaasJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"IaasPaasJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"IaasPaasJob_comments"},"name":{"kind":"Name","value":"comments"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Microsoft365Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"Microsoft365Job_location"},"name":{"kind":"Name","value":"location"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SalesforceJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_recordCounts"},"name":{"kind":"Name","value":"recordCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_metadataCounts"},"name":{"kind":"Name","value":"metadataCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_dataSizeKilobytes"},"name":{"kind":"Name","value":"dataSizeKilobytes"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_apiCalls"},"name":{"kind":"Name","value":"apiCalls"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_organizationId"},"name":{"kind":"Name","value":"organizationId"}}]}}]}}]} as unknown as DocumentNode<ProductFactsFragment, unknown>;
export const JobDetailsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobLine"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CountFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"documentationUrl"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"}}]}},{"kind":"Field","name":{"kind":"Name","value":"observedAt"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProductFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upstreamType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CountFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProductFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dynamics365Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_recordCounts"},"name":{"kind":"Name","value":"recordCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_backupSizeBytes"},"name":{"kind":"Name","value":"backupSizeBytes"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_organizationId"},"name":{"kind":"Name","value":"organizationId"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_organizationName"},"name":{"kind":"Name","value":"organizationName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GoogleWorkspaceJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_service"},"name":{"kind":"Name","value":"service"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_dataSource"},"name":{"kind":"Name","value":"dataSource"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_operator"},"name":{"kind":"Name","value":"operator"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IaasPaasJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"IaasPaasJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"IaasPaasJob_comments"},"name":{"kind":"Name","value":"comments"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Microsoft365Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"Microsoft365Job_location"},"name":{"kind":"Name","value":"location"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SalesforceJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_recordCounts"},"name":{"kind":"Name","value":"recordCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_metadataCounts"},"name":{"kind":"Name","value":"metadataCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_dataSizeKilobytes"},"name":{"kind":"Name","value":"dataSizeKilobytes"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_apiCalls"},"name":{"kind":"Name","value":"apiCalls"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_organizationId"},"name":{"kind":"Name","value":"organizationId"}}]}}]}}]} as unknown as DocumentNode<JobDetailsFragment, unknown>;
export const BoardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Board"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobWorkloadFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lookBack"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Duration"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"staleAfter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Duration"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobWorkloads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"lookBack"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lookBack"}}},{"kind":"Argument","name":{"kind":"Name","value":"staleAfter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"staleAfter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"WORST_FIRST"}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PRODUCT"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkloadFacts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"compliant"}},{"kind":"Field","name":{"kind":"Name","value":"breached"}},{"kind":"Field","name":{"kind":"Name","value":"undecided"}},{"kind":"Field","name":{"kind":"Name","value":"silentSources"}}]}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Run"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkloadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobWorkload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"latest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Run"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestEnded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Run"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestSuccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Run"}}]}},{"kind":"Field","name":{"kind":"Name","value":"successEvidence"}},{"kind":"Field","name":{"kind":"Name","value":"successAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"consecutiveFailures"}},{"kind":"Field","name":{"kind":"Name","value":"consecutiveFailuresPrecision"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"expectation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"intervalSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"searchedFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}}]} as unknown as DocumentNode<BoardQuery, BoardQueryVariables>;
export const KnownSourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"KnownSources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobSources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]} as unknown as DocumentNode<KnownSourcesQuery, KnownSourcesQueryVariables>;
export const CausesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Causes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobPeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobFailureDigest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"documentationUrl"}},{"kind":"Field","name":{"kind":"Name","value":"jobs"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestJobs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"otherCauses"}},{"kind":"Field","name":{"kind":"Name","value":"jobs"}},{"kind":"Field","name":{"kind":"Name","value":"unexplainedJobs"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}}]} as unknown as DocumentNode<CausesQuery, CausesQueryVariables>;
export const DaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Days"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sourceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"operation"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobOperation"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobPeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withLogs"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"own"},"name":{"kind":"Name","value":"jobStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sourceIds"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"sourceId"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"operations"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"operation"}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DAY"},{"kind":"EnumValue","value":"WORKLOAD"},{"kind":"EnumValue","value":"TYPE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DayGroups"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"logs"},"name":{"kind":"Name","value":"jobStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sourceIds"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"sourceId"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"operations"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"BACKUP"}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DAY"},{"kind":"EnumValue","value":"WORKLOAD"},{"kind":"EnumValue","value":"TYPE"}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withLogs"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DayGroups"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatusCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"stopped"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DayGroups"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"type"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stretch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatusCounts"}}]}}]}}]}}]} as unknown as DocumentNode<DaysQuery, DaysQueryVariables>;
export const JobsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Jobs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"JobFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"window"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"JobWindowInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobOrder"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"window"},"value":{"kind":"Variable","name":{"kind":"Name","value":"window"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobsPage"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upstreamType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobsPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFacts"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobLine"}}]}}]}}]}}]} as unknown as DocumentNode<JobsQuery, JobsQueryVariables>;
export const NewestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Newest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"failed"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"failedIn"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobWindowInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"failedFirst"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"live"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"liveIn"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobWindowInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"liveFirst"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"failures"},"name":{"kind":"Name","value":"jobs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"failed"}}},{"kind":"Argument","name":{"kind":"Name","value":"window"},"value":{"kind":"Variable","name":{"kind":"Name","value":"failedIn"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"FINISHED_AT_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"failedFirst"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobsPage"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"running"},"name":{"kind":"Name","value":"jobs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"live"}}},{"kind":"Argument","name":{"kind":"Name","value":"window"},"value":{"kind":"Variable","name":{"kind":"Name","value":"liveIn"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"STARTED_AT_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"liveFirst"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobsPage"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upstreamType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobsPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFacts"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobLine"}}]}}]}}]}}]} as unknown as DocumentNode<NewestQuery, NewestQueryVariables>;
export const OneJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"job"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobDetails"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jobId"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upstreamType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CountFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProductFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dynamics365Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_recordCounts"},"name":{"kind":"Name","value":"recordCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_backupSizeBytes"},"name":{"kind":"Name","value":"backupSizeBytes"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_organizationId"},"name":{"kind":"Name","value":"organizationId"}},{"kind":"Field","alias":{"kind":"Name","value":"Dynamics365Job_organizationName"},"name":{"kind":"Name","value":"organizationName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GoogleWorkspaceJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_service"},"name":{"kind":"Name","value":"service"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_dataSource"},"name":{"kind":"Name","value":"dataSource"}},{"kind":"Field","alias":{"kind":"Name","value":"GoogleWorkspaceJob_operator"},"name":{"kind":"Name","value":"operator"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IaasPaasJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"IaasPaasJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"IaasPaasJob_comments"},"name":{"kind":"Name","value":"comments"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Microsoft365Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"Microsoft365Job_location"},"name":{"kind":"Name","value":"location"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SalesforceJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_type"},"name":{"kind":"Name","value":"type"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_recordCounts"},"name":{"kind":"Name","value":"recordCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_metadataCounts"},"name":{"kind":"Name","value":"metadataCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"successful"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_dataSizeKilobytes"},"name":{"kind":"Name","value":"dataSizeKilobytes"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_apiCalls"},"name":{"kind":"Name","value":"apiCalls"}},{"kind":"Field","alias":{"kind":"Name","value":"SalesforceJob_organizationId"},"name":{"kind":"Name","value":"organizationId"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobLine"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CountFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"documentationUrl"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"}}]}},{"kind":"Field","name":{"kind":"Name","value":"observedAt"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProductFacts"}}]}}]} as unknown as DocumentNode<OneJobQuery, OneJobQueryVariables>;
export const OverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Overview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobSources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"last"},"value":{"kind":"StringValue","value":"PT24H","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PRODUCT"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatusCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"stopped"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CountedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatsGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"stretch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatusCounts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Count"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CountedGroup"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CountedGroup"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}}]} as unknown as DocumentNode<OverviewQuery, OverviewQueryVariables>;
export const WeekDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Week"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeZone"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DAY"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatusCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"paused"}},{"kind":"Field","name":{"kind":"Name","value":"succeeded"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"stopped"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CountedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatsGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"stretch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatusCounts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"isSimulated"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobSourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFrom"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Count"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JobStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CountedGroup"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CountedGroup"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceAnswer"}}]}}]}}]} as unknown as DocumentNode<WeekQuery, WeekQueryVariables>;