import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, written as RFC 3339 in UTC with milliseconds: `2024-10-27T08:17:06.000Z`. Any offset is taken as input. */
  DateTime: { input: Date; output: Date | string; }
  /** An ISO 8601 duration such as `PT40H44S` or `PT24H`; `P7D` is taken too, years and months are not. */
  Duration: { input: string; output: string; }
  /** Arbitrary JSON. */
  JSON: { input: unknown; output: unknown; }
  /** A whole number up to 2^53-1, always a JSON number. A larger or negative upstream value is null with an `UNREADABLE_VALUE` warning, never rounded. */
  SafeInt: { input: number; output: number; }
  /**
   * A time zone by its name in the IANA database, such as `Europe/Amsterdam`, or `UTC`. Offsets such as `+02:00` are not taken: they know no
   * daylight saving.
   */
  TimeZone: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** An AvePoint cloud; each has its own hosts and its own app registrations. */
export type AvePointEnvironment =
  /** `graph-aos2`. */
  | 'AOS2'
  /** `avepointonlineservices.com`. */
  | 'COMMERCIAL'
  /** The FedRAMP environment. */
  | 'FEDRAMP'
  /** `graph-gov`, for the United States government. */
  | 'US_GOVERNMENT';

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

/** A job of Cloud Backup for Dynamics 365 (`GET /dynamicsbackup/jobs`). `counts` counts entities. */
export type Dynamics365Job = Job & Node & {
  readonly __typename: 'Dynamics365Job';
  /** Size of the backup in bytes. */
  readonly backupSizeBytes: Maybe<Scalars['SafeInt']['output']>;
  /** Entities processed. */
  readonly counts: Maybe<JobCounts>;
  /** How long the job ran, or has been running. Null when it cannot be known. */
  readonly duration: Maybe<JobDuration>;
  /** What went wrong. Always null: this API gives no failure detail. */
  readonly failures: Maybe<ReadonlyArray<JobFailure>>;
  /** When the job ended. Null while it runs, or when the upstream sent no instant that a job can have. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Global id, made of the source and the job id alone: stable whatever the status, endpoint version or query. */
  readonly id: Scalars['ID']['output'];
  /** The job id exactly as the product shows it, for example `DCIB2022081903124382222110`. Not unique across products or tenants. */
  readonly jobId: Scalars['String']['output'];
  /** When this server read the record from the upstream. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** What the job does, on one scale for all products. Null where the record carries no type. */
  readonly operation: Maybe<JobOperation>;
  /** Id of the Dynamics 365 organization; a GUID by the pages, any text in their sample. */
  readonly organizationId: Maybe<Scalars['String']['output']>;
  /** Name of the organization. */
  readonly organizationName: Maybe<Scalars['String']['output']>;
  /** The product that ran the job. */
  readonly product: BackupProduct;
  /** Completion, 0 to 100. Always null: this API reports none. */
  readonly progress: Maybe<Scalars['Float']['output']>;
  /** The upstream record as received, fields this schema has not modelled included. */
  readonly raw: Scalars['JSON']['output'];
  /** Records processed. */
  readonly recordCounts: Maybe<JobCounts>;
  /** The configured source the job came from. */
  readonly source: JobSource;
  /** When the job started. Null when the upstream sent no instant that a job can have: none is before 2000, or more than a day from now. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** State or outcome, on one scale for all products. */
  readonly status: JobStatus;
  /** The type of job. (Selecting `type` of several products together needs aliases: their enums differ.) */
  readonly type: Maybe<Dynamics365JobType>;
  /** The status as the upstream sent it: a code for most products, a word for Microsoft 365. */
  readonly upstreamStatus: UpstreamCode;
  /** The job type as the upstream sent it. Null where the record carries none. */
  readonly upstreamType: Maybe<UpstreamCode>;
  /** The module as the upstream names it, for example `Customer Engagement`; its code is that text. Null where the record carries none. */
  readonly workload: Maybe<UpstreamCode>;
};

/** A page of Dynamics 365 jobs. */
export type Dynamics365JobConnection = {
  readonly __typename: 'Dynamics365JobConnection';
  /** The jobs of this page with their cursors, in order. */
  readonly edges: ReadonlyArray<Dynamics365JobEdge>;
  /** True when every selected source answered in full. False also where there was none to ask: `errors` then has a `NO_SOURCE`. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The same jobs without their edges. */
  readonly nodes: ReadonlyArray<Dynamics365Job>;
  /** Whether there is more, and after which cursor. */
  readonly pageInfo: PageInfo;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** Exact number of jobs that match, or null where it cannot be known without reading everything. */
  readonly totalCount: Maybe<Scalars['SafeInt']['output']>;
  /** The window that applies, frozen on the first page and carried in the cursor. */
  readonly window: JobWindow;
};

/** One Dynamics 365 job in a page. */
export type Dynamics365JobEdge = {
  readonly __typename: 'Dynamics365JobEdge';
  /** Position for `after`: opaque, sealed, and bound to the filter and the window. */
  readonly cursor: Scalars['String']['output'];
  /** The job. */
  readonly node: Dynamics365Job;
  /** `node.operation`, or what the filter proves where records carry no type. */
  readonly operation: Maybe<JobOperation>;
  /** `node.workload`. */
  readonly workload: Maybe<UpstreamCode>;
};

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type Dynamics365JobFilter = {
  /** Dynamics 365 organization, by its id. */
  readonly organizationId?: InputMaybe<Scalars['String']['input']>;
  /** Text in the job id, case-sensitive; matched by this server. At most 512 characters; white space around it does not count. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** `status` codes that this schema does not name yet. */
  readonly statusCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** States or outcomes (`status`). */
  readonly statuses?: InputMaybe<ReadonlyArray<JobStatus>>;
  /** `type` codes that this schema does not name yet. */
  readonly typeCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Types of job (`type`). */
  readonly types?: InputMaybe<ReadonlyArray<Dynamics365JobType>>;
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

/** A job of Cloud Backup for Google Workspace (`GET /backup/google/admin/jobs`). */
export type GoogleWorkspaceJob = Job & Node & {
  readonly __typename: 'GoogleWorkspaceJob';
  /** Objects processed. Null where the product reports no counts (Google Workspace). */
  readonly counts: Maybe<JobCounts>;
  /** The portal the job was run from. */
  readonly dataSource: Maybe<GoogleWorkspaceDataSource>;
  /** How long the job ran, or has been running. Null when it cannot be known. */
  readonly duration: Maybe<JobDuration>;
  /** What went wrong, by message. Null where the product's API gives no failure detail, or none before the job ends; empty when it does and names none. */
  readonly failures: Maybe<ReadonlyArray<JobFailure>>;
  /** When the job ended. Null while it runs, or when the upstream sent no instant that a job can have. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Global id, made of the source and the job id alone: stable whatever the status, endpoint version or query. */
  readonly id: Scalars['ID']['output'];
  /** The job id exactly as the product shows it, for example `FB20241027081716326`. Not unique across products or tenants. */
  readonly jobId: Scalars['String']['output'];
  /** When this server read the record from the upstream. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** What the job does, on one scale for all products. Null where the record carries no type (see `JobEdge.operation`). */
  readonly operation: Maybe<JobOperation>;
  /** Who ran the job; `System` for scheduled jobs. Personal data: an administrator's address otherwise. */
  readonly operator: Maybe<Scalars['String']['output']>;
  /** The product that ran the job. */
  readonly product: BackupProduct;
  /** Completion, 0 to 100. Only Google Workspace reports it. */
  readonly progress: Maybe<Scalars['Float']['output']>;
  /** The upstream record as received, fields this schema has not modelled included. */
  readonly raw: Scalars['JSON']['output'];
  /** The Google Workspace service. */
  readonly service: Maybe<GoogleWorkspaceService>;
  /** The configured source the job came from. */
  readonly source: JobSource;
  /** When the job started. Null while it is queued, or when the upstream sent no instant that a job can have: none is before 2000, or more than a day from now. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** State or outcome, on one scale for all products. */
  readonly status: JobStatus;
  /** The type of job. (Selecting `type` of several products together needs aliases: their enums differ.) */
  readonly type: Maybe<GoogleWorkspaceJobType>;
  /** The status as the upstream sent it: a code for most products, a word for Microsoft 365. */
  readonly upstreamStatus: UpstreamCode;
  /** The job type as the upstream sent it. Null where the record carries none. */
  readonly upstreamType: Maybe<UpstreamCode>;
  /** The protected service: Gmail, Azure VM, Exchange Online… Null where the record carries none (see `JobEdge.workload`). */
  readonly workload: Maybe<UpstreamCode>;
};

/** A page of Google Workspace jobs. */
export type GoogleWorkspaceJobConnection = {
  readonly __typename: 'GoogleWorkspaceJobConnection';
  /** The jobs of this page with their cursors, in order. */
  readonly edges: ReadonlyArray<GoogleWorkspaceJobEdge>;
  /** True when every selected source answered in full. False also where there was none to ask: `errors` then has a `NO_SOURCE`. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The same jobs without their edges. */
  readonly nodes: ReadonlyArray<GoogleWorkspaceJob>;
  /** Whether there is more, and after which cursor. */
  readonly pageInfo: PageInfo;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** Exact number of jobs that match, or null where it cannot be known without reading everything. */
  readonly totalCount: Maybe<Scalars['SafeInt']['output']>;
  /** The window that applies, frozen on the first page and carried in the cursor. */
  readonly window: JobWindow;
};

/** One Google Workspace job in a page. */
export type GoogleWorkspaceJobEdge = {
  readonly __typename: 'GoogleWorkspaceJobEdge';
  /** Position for `after`: opaque, sealed, and bound to the filter and the window. */
  readonly cursor: Scalars['String']['output'];
  /** The job. */
  readonly node: GoogleWorkspaceJob;
  /** `node.operation`, or what the filter proves where records carry no type. */
  readonly operation: Maybe<JobOperation>;
  /** `node.workload`, or what the filter proves where records carry no service. */
  readonly workload: Maybe<UpstreamCode>;
};

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type GoogleWorkspaceJobFilter = {
  /** Default: both. The upstream's own default is ADMIN alone. */
  readonly dataSources?: InputMaybe<ReadonlyArray<GoogleWorkspaceDataSource>>;
  /** Text in the job id, case-sensitive; matched by this server. At most 512 characters; white space around it does not count. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** `appType` codes that this schema does not name yet. */
  readonly serviceCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Services (`appType`). */
  readonly services?: InputMaybe<ReadonlyArray<GoogleWorkspaceService>>;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** `jobStatus` codes that this schema does not name yet. */
  readonly statusCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** States or outcomes (`jobStatus`). */
  readonly statuses?: InputMaybe<ReadonlyArray<JobStatus>>;
  /** `jobType` codes that this schema does not name yet. */
  readonly typeCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Types of job (`jobType`). */
  readonly types?: InputMaybe<ReadonlyArray<GoogleWorkspaceJobType>>;
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

/** A job of Cloud Backup for IaaS + PaaS (`GET /backup/vm/jobs`, or the older `POST /api/public/jobreport`). */
export type IaasPaasJob = Job & Node & {
  readonly __typename: 'IaasPaasJob';
  /** Free text that the product attached to the job; of a job that failed, why (see `failures`). Null when empty. */
  readonly comments: Maybe<Scalars['String']['output']>;
  /** Objects processed. Null where the product reports no counts (Google Workspace). */
  readonly counts: Maybe<JobCounts>;
  /** How long the job ran, or has been running. Null when it cannot be known. */
  readonly duration: Maybe<JobDuration>;
  /** What went wrong: `comments` as the one message of a job that failed, wholly or in part. Empty where they are, and for other jobs that ended; null for a job that has not, or whose status is unknown. */
  readonly failures: Maybe<ReadonlyArray<JobFailure>>;
  /** When the job ended. Null while it runs, or when the upstream sent no instant that a job can have. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Global id, made of the source and the job id alone: stable whatever the status, endpoint version or query. */
  readonly id: Scalars['ID']['output'];
  /** The job id exactly as the product shows it, for example `FB20241027081716326`. Not unique across products or tenants. */
  readonly jobId: Scalars['String']['output'];
  /** When this server read the record from the upstream. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** What the job does, on one scale for all products. Null where the record carries no type (see `JobEdge.operation`). */
  readonly operation: Maybe<JobOperation>;
  /** The product that ran the job. */
  readonly product: BackupProduct;
  /** Completion, 0 to 100. Only Google Workspace reports it. */
  readonly progress: Maybe<Scalars['Float']['output']>;
  /** The upstream record as received, fields this schema has not modelled included. */
  readonly raw: Scalars['JSON']['output'];
  /** The configured source the job came from. */
  readonly source: JobSource;
  /** When the job started. Null while it is queued, or when the upstream sent no instant that a job can have: none is before 2000, or more than a day from now. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** State or outcome, on one scale for all products. */
  readonly status: JobStatus;
  /** The type of job. Null where the record carries none. (Selecting `type` of several products together needs aliases.) */
  readonly type: Maybe<IaasPaasJobType>;
  /** The status as the upstream sent it: a code for most products, a word for Microsoft 365. */
  readonly upstreamStatus: UpstreamCode;
  /** The job type as the upstream sent it. Null where the record carries none. */
  readonly upstreamType: Maybe<UpstreamCode>;
  /** The protected service: Gmail, Azure VM, Exchange Online… Null where the record carries none (see `JobEdge.workload`). */
  readonly workload: Maybe<UpstreamCode>;
};

/** A page of IaaS + PaaS jobs. */
export type IaasPaasJobConnection = {
  readonly __typename: 'IaasPaasJobConnection';
  /** The jobs of this page with their cursors, in order. */
  readonly edges: ReadonlyArray<IaasPaasJobEdge>;
  /** True when every selected source answered in full. False also where there was none to ask: `errors` then has a `NO_SOURCE`. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The same jobs without their edges. */
  readonly nodes: ReadonlyArray<IaasPaasJob>;
  /** Whether there is more, and after which cursor. */
  readonly pageInfo: PageInfo;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** Exact number of jobs that match, or null where it cannot be known without reading everything. */
  readonly totalCount: Maybe<Scalars['SafeInt']['output']>;
  /** The window that applies, frozen on the first page and carried in the cursor. */
  readonly window: JobWindow;
};

/** One IaaS + PaaS job in a page. */
export type IaasPaasJobEdge = {
  readonly __typename: 'IaasPaasJobEdge';
  /** Position for `after`: opaque, sealed, and bound to the filter and the window. */
  readonly cursor: Scalars['String']['output'];
  /** The job. */
  readonly node: IaasPaasJob;
  /** `node.operation`, or what the filter proves where records carry no type. */
  readonly operation: Maybe<JobOperation>;
  /** `node.workload`, or what the filter proves where records carry no service. */
  readonly workload: Maybe<UpstreamCode>;
};

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type IaasPaasJobFilter = {
  /** Text in the job id or description; the upstream searches, and its answer stands. At most 512 characters; white space around it does not count. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** `serviceType` codes that this schema does not name, backend services (8, 16, 32) included. */
  readonly serviceCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Services (`serviceType`). One upstream query a service: records carry none, so the query is the proof. */
  readonly services?: InputMaybe<ReadonlyArray<IaasPaasService>>;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Status codes that this schema does not name yet. Applied by this server. */
  readonly statusCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** States or outcomes. Applied by this server: the upstream has no status parameter. */
  readonly statuses?: InputMaybe<ReadonlyArray<JobStatus>>;
  /** `jobType` codes that this schema does not name yet. */
  readonly typeCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Types of job (`jobType`). */
  readonly types?: InputMaybe<ReadonlyArray<IaasPaasJobType>>;
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

/**
 * One job of an AvePoint Cloud Backup product. Common fields here, product fields with `... on Microsoft365Job { … }`.
 * Null always means that the upstream did not report it. A code that the upstream reported and this server does not know is never
 * null and never an error: the enum is `UNKNOWN`, and the code stands in the matching `upstream…` field.
 */
export type Job = {
  /** Objects processed. Null where the product reports no counts (Google Workspace). */
  readonly counts: Maybe<JobCounts>;
  /** How long the job ran, or has been running. Null when it cannot be known. */
  readonly duration: Maybe<JobDuration>;
  /** What went wrong, by message. Null where the product's API gives no failure detail, or none before the job ends; empty when it does and names none. */
  readonly failures: Maybe<ReadonlyArray<JobFailure>>;
  /** When the job ended. Null while it runs, or when the upstream sent no instant that a job can have. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Global id, made of the source and the job id alone: stable whatever the status, endpoint version or query. */
  readonly id: Scalars['ID']['output'];
  /** The job id exactly as the product shows it, for example `FB20241027081716326`. Not unique across products or tenants. */
  readonly jobId: Scalars['String']['output'];
  /** When this server read the record from the upstream. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** What the job does, on one scale for all products. Null where the record carries no type (see `JobEdge.operation`). */
  readonly operation: Maybe<JobOperation>;
  /** The product that ran the job. */
  readonly product: BackupProduct;
  /** Completion, 0 to 100. Only Google Workspace reports it. */
  readonly progress: Maybe<Scalars['Float']['output']>;
  /** The upstream record as received, fields this schema has not modelled included. */
  readonly raw: Scalars['JSON']['output'];
  /** The configured source the job came from. */
  readonly source: JobSource;
  /** When the job started. Null while it is queued, or when the upstream sent no instant that a job can have: none is before 2000, or more than a day from now. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** State or outcome, on one scale for all products. */
  readonly status: JobStatus;
  /** The status as the upstream sent it: a code for most products, a word for Microsoft 365. */
  readonly upstreamStatus: UpstreamCode;
  /** The job type as the upstream sent it. Null where the record carries none. */
  readonly upstreamType: Maybe<UpstreamCode>;
  /** The protected service: Gmail, Azure VM, Exchange Online… Null where the record carries none (see `JobEdge.workload`). */
  readonly workload: Maybe<UpstreamCode>;
};

/** A page of jobs of any product, merged into one timeline. */
export type JobConnection = {
  readonly __typename: 'JobConnection';
  /** The jobs of this page with their cursors, in order. */
  readonly edges: ReadonlyArray<JobEdge>;
  /** True when every selected source answered in full. False also where there was none to ask: `errors` then has a `NO_SOURCE`. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The same jobs without their edges. */
  readonly nodes: ReadonlyArray<Job>;
  /** Whether there is more, and after which cursor. */
  readonly pageInfo: PageInfo;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** Exact number of jobs that match, or null where it cannot be known without reading everything. */
  readonly totalCount: Maybe<Scalars['SafeInt']['output']>;
  /** The window that applies, frozen on the first page and carried in the cursor. */
  readonly window: JobWindow;
};

/** How sure a count is. */
export type JobCountPrecision =
  /** There are at least so many: a source failed, or was not read far enough. */
  | 'AT_LEAST'
  /** All that there is was read. */
  | 'EXACT'
  /** Nothing was read that could have told. */
  | 'UNKNOWN';

/** How many things a job processed. Each is null where the upstream does not send it, or sends a negative number; none is recomputed from the others. */
export type JobCounts = {
  readonly __typename: 'JobCounts';
  /** Processed with an error. */
  readonly failed: Maybe<Scalars['SafeInt']['output']>;
  /** Left out by the job. */
  readonly skipped: Maybe<Scalars['SafeInt']['output']>;
  /** Processed without a problem. */
  readonly successful: Maybe<Scalars['SafeInt']['output']>;
  /** All that the job was to process. */
  readonly total: Maybe<Scalars['SafeInt']['output']>;
  /** Processed with a warning (Dynamics 365 alone). */
  readonly warning: Maybe<Scalars['SafeInt']['output']>;
};

/** How much data jobs moved, added up over those that report it. */
export type JobDataStats = {
  readonly __typename: 'JobDataStats';
  /** In bytes; a kilobyte of Salesforce is taken for 1,024, which no page of the vendor confirms. Null where no job reports a size. */
  readonly bytes: Maybe<Scalars['SafeInt']['output']>;
  /** How many jobs report a size (Salesforce and Dynamics 365 alone). */
  readonly jobs: Scalars['SafeInt']['output'];
};

/** How long a job ran. */
export type JobDuration = {
  readonly __typename: 'JobDuration';
  /** Where the number comes from. */
  readonly basis: JobDurationBasis;
  /** ISO 8601. */
  readonly iso: Scalars['Duration']['output'];
  /** The same in seconds, for sorting and charts. */
  readonly seconds: Scalars['Float']['output'];
  /** What the upstream sent (`1.16:00:44`, `0.011`, `516606001`); null where it sent nothing. */
  readonly upstreamValue: Maybe<Scalars['String']['output']>;
};

/** How long jobs of one source, operation and workload usually take. */
export type JobDurationBaseline = {
  readonly __typename: 'JobDurationBaseline';
  /** The middle one. */
  readonly medianSeconds: Scalars['Float']['output'];
  /** The smallest that at least 95 of 100 do not exceed. */
  readonly p95Seconds: Scalars['Float']['output'];
  /** Runs that it is taken from: those that succeeded, the judged one left out. */
  readonly runs: Scalars['SafeInt']['output'];
};

/** What the seconds of a `JobDuration` rest on. */
export type JobDurationBasis =
  /** Finish minus start. */
  | 'COMPUTED'
  /** Still running: the moment of observation minus start. */
  | 'ELAPSED'
  /** As sent by the upstream, where start or finish is missing. */
  | 'REPORTED';

/** How long jobs ran. The numbers are null where there is no job to take them from. */
export type JobDurationStats = {
  readonly __typename: 'JobDurationStats';
  /** How many jobs they are taken from: those that ended with a result and whose length is known. */
  readonly jobs: Scalars['SafeInt']['output'];
  /** The longest. */
  readonly maxSeconds: Maybe<Scalars['Float']['output']>;
  /** The middle one, or the mean of the two in the middle. */
  readonly medianSeconds: Maybe<Scalars['Float']['output']>;
  /** The smallest that at least 95 of 100 do not exceed. */
  readonly p95Seconds: Maybe<Scalars['Float']['output']>;
  /** All together. */
  readonly totalSeconds: Maybe<Scalars['Float']['output']>;
};

/** One job in a page. */
export type JobEdge = {
  readonly __typename: 'JobEdge';
  /** Position for `after`: opaque, sealed, and bound to the filter, the window and the order. */
  readonly cursor: Scalars['String']['output'];
  /** The job. */
  readonly node: Job;
  /** `node.operation`, or what the filter proves where records carry no type. */
  readonly operation: Maybe<JobOperation>;
  /** `node.workload`, or what the filter proves where records carry no service. */
  readonly workload: Maybe<UpstreamCode>;
};

/** Whether something was found, and what it means if not. */
export type JobEvidence =
  /** It was found. */
  | 'FOUND'
  /** All of the time looked at was read, and there is none. */
  | 'NONE'
  /** There may be one: the source failed, or was not read far enough. */
  | 'UNKNOWN';

/** When a workload should run. */
export type JobExpectation = {
  readonly __typename: 'JobExpectation';
  /** Where that is known from. */
  readonly basis: JobExpectationBasis;
  /** How often, ISO 8601. */
  readonly interval: Scalars['Duration']['output'];
  /** The same in seconds. */
  readonly intervalSeconds: Scalars['Float']['output'];
  /** When the next run should start. In the past for one that is late. */
  readonly nextAt: Maybe<Scalars['DateTime']['output']>;
};

/** Where an expectation comes from; the first that there is. */
export type JobExpectationBasis =
  /** The server's configuration of the tenant. */
  | 'CONFIGURATION'
  /** The middle of the times between the runs that were read, five at least. */
  | 'HISTORY';

/** One kind of failure inside a job. */
export type JobFailure = {
  readonly __typename: 'JobFailure';
  /** Documentation of the error code. */
  readonly documentationUrl: Maybe<Scalars['String']['output']>;
  /** True when `message` is a code of the vendor's error catalogue instead of a sentence. */
  readonly isErrorCode: Maybe<Scalars['Boolean']['output']>;
  /** The message, or the error code when `isErrorCode`. */
  readonly message: Scalars['String']['output'];
  /** How often it happened in the job. */
  readonly occurrences: Maybe<Scalars['SafeInt']['output']>;
};

/** One cause. A job with three causes counts for each of them, so causes do not add up to jobs. */
export type JobFailureCause = {
  readonly __typename: 'JobFailureCause';
  /** Documentation of the code. */
  readonly documentationUrl: Maybe<Scalars['String']['output']>;
  /** The newest message as it was reported, for `MESSAGE` and `COMMENT`. */
  readonly example: Maybe<Scalars['String']['output']>;
  /** End of the first job that has it, in the period. */
  readonly firstAt: Maybe<Scalars['DateTime']['output']>;
  /** Made of kind and text alone, so that a cause is known again. Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Jobs that have it. */
  readonly jobs: Scalars['SafeInt']['output'];
  /** What it is told by. */
  readonly kind: JobFailureCauseKind;
  /** End of the last. */
  readonly lastAt: Maybe<Scalars['DateTime']['output']>;
  /** The newest of them, three at most. */
  readonly latestJobs: ReadonlyArray<Job>;
  /** How often it happened in them. Null where no job says. */
  readonly occurrences: Maybe<Scalars['SafeInt']['output']>;
  /** Where. */
  readonly sources: ReadonlyArray<JobSource>;
  /** The code, or the message with what differs from job to job replaced: `The mailbox ‹email› is on hold.` */
  readonly text: Scalars['String']['output'];
  /** What was to be protected, where records or filter tell. */
  readonly workloads: ReadonlyArray<UpstreamCode>;
};

/** What a cause is told by. */
export type JobFailureCauseKind =
  /** The comment of an IaaS + PaaS job, which has no other place for a reason. */
  | 'COMMENT'
  /** A code of the vendor's error catalogue. */
  | 'ERROR_CODE'
  /** A message of `Job.failures`. */
  | 'MESSAGE';

/** Why jobs failed: their failures by cause, over all jobs. */
export type JobFailureDigest = {
  readonly __typename: 'JobFailureDigest';
  /** The causes, those of most jobs first. */
  readonly causes: ReadonlyArray<JobFailureCause>;
  /** True when every selected source was read in full. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** Jobs that the digest is of. Null where `precision` is `UNKNOWN`. */
  readonly jobs: Maybe<Scalars['SafeInt']['output']>;
  /** Causes beyond `first`. */
  readonly otherCauses: Scalars['Int']['output'];
  /** The period as it was resolved. */
  readonly period: JobPeriod;
  /** How sure the counts are. */
  readonly precision: JobCountPrecision;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** Those of them that give no reason: their product reports none, or the record holds none. */
  readonly unexplainedJobs: Maybe<Scalars['SafeInt']['output']>;
};

/** Different fields must all hold; the values of one list are alternatives. An empty list matches nothing, and nothing is then the whole answer. */
export type JobFilter = {
  /** Narrows Dynamics 365 further; leaves the other products alone. */
  readonly dynamics365?: InputMaybe<Dynamics365JobFilter>;
  /** Narrows Google Workspace further; leaves the other products alone. Its `sourceIds`, `statuses` and `search` must hold beside those here. */
  readonly googleWorkspace?: InputMaybe<GoogleWorkspaceJobFilter>;
  /** Narrows IaaS + PaaS further; leaves the other products alone. */
  readonly iaasPaas?: InputMaybe<IaasPaasJobFilter>;
  /** Narrows Microsoft 365 further; leaves the other products alone. */
  readonly microsoft365?: InputMaybe<Microsoft365JobFilter>;
  /** Operations. Sent to the upstream as job types; where records carry no type, one upstream query a type proves it. */
  readonly operations?: InputMaybe<ReadonlyArray<JobOperation>>;
  /** Products to ask. Default: all. */
  readonly products?: InputMaybe<ReadonlyArray<BackupProduct>>;
  /** Narrows Salesforce further; leaves the other products alone. */
  readonly salesforce?: InputMaybe<SalesforceJobFilter>;
  /** Text in the job id or description. Sent to IaaS + PaaS; matched on the job id elsewhere. At most 512 characters; white space around it does not count. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Sources to ask, by `JobSource.id`. Default: all. */
  readonly sourceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** States or outcomes. Sent to the upstream where it can filter by them, else applied by this server. */
  readonly statuses?: InputMaybe<ReadonlyArray<JobStatus>>;
  /** Only sources of tenants with all of these labels. */
  readonly tenantLabels?: InputMaybe<ReadonlyArray<JobTenantLabelInput>>;
  /** Tenants to ask, by `JobSource.tenant`. Default: all. */
  readonly tenants?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What jobs processed, added up over those that report it. The numbers are null where none does. */
export type JobObjectStats = {
  readonly __typename: 'JobObjectStats';
  /** Processed with an error. */
  readonly failed: Maybe<Scalars['SafeInt']['output']>;
  /** How many jobs report counts (never those of Google Workspace). */
  readonly jobs: Scalars['SafeInt']['output'];
  /** Left out by the jobs. */
  readonly skipped: Maybe<Scalars['SafeInt']['output']>;
  /** Processed without a problem. */
  readonly successful: Maybe<Scalars['SafeInt']['output']>;
  /** All that the jobs were to process. */
  readonly total: Maybe<Scalars['SafeInt']['output']>;
  /** Processed with a warning (Dynamics 365 alone). */
  readonly warning: Maybe<Scalars['SafeInt']['output']>;
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

/** A period as it was resolved. */
export type JobPeriod = {
  readonly __typename: 'JobPeriod';
  /** Which instant of a job has to lie in it. */
  readonly by: JobWindowBasis;
  /** Inclusive. */
  readonly from: Scalars['DateTime']['output'];
  /** True when the caller gave no bounds and the server's default applies. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Whose midnights begin the days. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Exclusive. */
  readonly to: Scalars['DateTime']['output'];
};

/**
 * A stretch of time to count over, and the clock by which its days are told. Half-open: `from` <= instant < `to`. `last` (`PT24H`, `P7D`)
 * counts back from now and excludes `from` and `to`. Without bounds: the last 7 days. At most 366 days.
 */
export type JobPeriodInput = {
  /** Moves the lower bound back to the beginning of its hour, day, week or month there, so that the first one is whole. */
  readonly align?: InputMaybe<JobPeriodUnit>;
  /** Which instant of a job has to lie in the period. By the end, a job counts on the day it ended, and not before it has. */
  readonly by?: JobWindowBasis;
  /** Inclusive lower bound. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** How far to look back from now; weeks, days, hours, minutes and seconds, not years or months. */
  readonly last?: InputMaybe<Scalars['Duration']['input']>;
  /** Whose midnights begin the days, weeks and months. */
  readonly timeZone?: Scalars['TimeZone']['input'];
  /** Exclusive upper bound. Without it: now. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
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

/** The jobs that ran longest. */
export type JobRanking = {
  readonly __typename: 'JobRanking';
  /** False when a source failed or was not read far enough: a longer one may be missing. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** Longest first; those that still run with the time so far. */
  readonly nodes: ReadonlyArray<Job>;
  /** The period as it was resolved. */
  readonly period: JobPeriod;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
};

/** A configured upstream: one product of one tenant in one data centre. */
export type JobSource = Node & {
  readonly __typename: 'JobSource';
  /** What the endpoint offers. */
  readonly capabilities: JobSourceCapabilities;
  /** Name for people: the tenant's and the product's, `Contoso Ltd · Microsoft 365`. */
  readonly displayName: Scalars['String']['output'];
  /** Method and path that this source is read through, for example `GET /backup/vm/jobs`. */
  readonly endpoint: Scalars['String']['output'];
  /** The AvePoint cloud that the source belongs to. */
  readonly environment: AvePointEnvironment;
  /** State of the source as last seen by this server process. */
  readonly health: JobSourceHealth;
  /** Stable key from the configuration, for example `contoso/us/microsoft-365`. */
  readonly id: Scalars['ID']['output'];
  /** True when the answers come from the built-in simulator. */
  readonly isSimulated: Scalars['Boolean']['output'];
  /** The product that the source reports on. */
  readonly product: BackupProduct;
  /** Data centre code, the `us` of `graph-us.avepointonlineservices.com`. */
  readonly region: Scalars['String']['output'];
  /** Tenant key from the configuration. */
  readonly tenant: Scalars['String']['output'];
  /** Name of the tenant for people. */
  readonly tenantName: Scalars['String']['output'];
};

/** What a source's endpoint offers, so that a client can hide what could only ever be empty. */
export type JobSourceCapabilities = {
  readonly __typename: 'JobSourceCapabilities';
  /** The endpoint filters by job type. */
  readonly filterByOperation: Scalars['Boolean']['output'];
  /** The endpoint filters by status. */
  readonly filterByStatus: Scalars['Boolean']['output'];
  /** The endpoint filters by service. */
  readonly filterByWorkload: Scalars['Boolean']['output'];
  /** One job can be asked for by its id. */
  readonly lookupById: Scalars['Boolean']['output'];
  /** Records carry counts, so that `Job.counts` is filled. */
  readonly reportsCounts: Scalars['Boolean']['output'];
  /** Records carry failure details, so that `Job.failures` is filled. */
  readonly reportsFailures: Scalars['Boolean']['output'];
  /** Records carry the job type, so that `Job.operation` is filled. */
  readonly reportsOperation: Scalars['Boolean']['output'];
  /** Records carry a size, so that `JobStatsGroup.data` is filled. */
  readonly reportsSize: Scalars['Boolean']['output'];
  /** What a job protects is told, by records or by one query a service, so that jobs can be counted by `WORKLOAD`. */
  readonly reportsWorkload: Scalars['Boolean']['output'];
  /** The endpoint refuses a query without both ends of a window. */
  readonly requiresWindow: Scalars['Boolean']['output'];
  /** The endpoint searches job ids and descriptions itself. */
  readonly textSearch: Scalars['Boolean']['output'];
  /** The endpoint sends a total that can be trusted. */
  readonly totalCount: Scalars['Boolean']['output'];
};

/** Why a source did not answer, or not in full. */
export type JobSourceError = {
  readonly __typename: 'JobSourceError';
  /** The same word as `extensions.code` of the entry in `errors`. */
  readonly code: JobSourceErrorCode;
  /** HTTP status, or the status that an error inside a 200 carries. */
  readonly httpStatus: Maybe<Scalars['Int']['output']>;
  /** Whether the same request may succeed later without anything being changed. */
  readonly isRetryable: Scalars['Boolean']['output'];
  /** One sentence for people, with what to check. Never a token, a secret or an upstream body. */
  readonly message: Scalars['String']['output'];
  /** The upstream's request id, for a support case. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /** How long the upstream asked to wait, or how long it will be left alone. Null where that is not known, or more than an `Int` can hold. */
  readonly retryAfterSeconds: Maybe<Scalars['Int']['output']>;
  /** The upstream's trace id, for a support case. */
  readonly traceId: Maybe<Scalars['String']['output']>;
};

/** The same words stand in `extensions.code` of GraphQL errors. */
export type JobSourceErrorCode =
  /** Not finished within the calls and time of one operation. */
  | 'BUDGET_EXHAUSTED'
  /** The link to the next page leads elsewhere or in circles; it was not followed. */
  | 'UPSTREAM_BAD_NEXT_LINK'
  /** The upstream refused the query itself (400). */
  | 'UPSTREAM_BAD_REQUEST'
  /** An answer arrived and could not be read as a page of jobs. */
  | 'UPSTREAM_BAD_RESPONSE'
  /** Not asked, because the source failed several times in a row a moment ago. */
  | 'UPSTREAM_CIRCUIT_OPEN'
  /** The upstream reported a failure of its own (5xx, or an error inside a 200). */
  | 'UPSTREAM_ERROR'
  /** The app registration lacks the permission that the message names (403). */
  | 'UPSTREAM_FORBIDDEN'
  /** Wrong data centre, or a product that the tenant has not enabled (404). */
  | 'UPSTREAM_NOT_FOUND'
  /** Too many requests (429); `retryAfterSeconds` says when to come back. */
  | 'UPSTREAM_THROTTLED'
  /** No complete answer within the deadline. */
  | 'UPSTREAM_TIMEOUT'
  /** The identity service or the API refused the credentials (401): check client id, secret and environment. */
  | 'UPSTREAM_UNAUTHENTICATED'
  /** No connection: name resolution, network, TLS, or a connection that broke. */
  | 'UPSTREAM_UNREACHABLE';

/** State of a source as last seen by this server process. */
export type JobSourceHealth = {
  readonly __typename: 'JobSourceHealth';
  /** What went wrong then. */
  readonly lastError: Maybe<JobSourceError>;
  /** When a call to the source last failed. */
  readonly lastFailureAt: Maybe<Scalars['DateTime']['output']>;
  /** When the source last answered in full. */
  readonly lastSuccessAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The source is left alone until this instant: throttled, an open circuit, or a fresh token that was refused. No more than a quarter of an
   * hour ahead; in a pause of more than a minute one call a minute looks whether it is over.
   */
  readonly retryAt: Maybe<Scalars['DateTime']['output']>;
  /** Short judgement of the fields below. */
  readonly state: JobSourceHealthState;
};

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

/** What happened at one source while a page was read. */
export type JobSourceResult = {
  readonly __typename: 'JobSourceResult';
  /** Upstream pages answered from this server's memory. */
  readonly cacheHits: Scalars['Int']['output'];
  /**
   * For what is counted instead of listed: everything from this instant to the end of the period was read. Null where nothing can be
   * promised, and on pages of jobs. Ask for the period from here on, and it is exact.
   */
  readonly coveredFrom: Maybe<Scalars['DateTime']['output']>;
  /** Why the outcome is not OK. */
  readonly error: Maybe<JobSourceError>;
  /** Parts of the filter that this server applied itself because the endpoint cannot. */
  readonly localFilters: ReadonlyArray<Scalars['String']['output']>;
  /** For what is counted instead of listed: jobs of this source that matched. Null on pages of jobs. */
  readonly matched: Maybe<Scalars['SafeInt']['output']>;
  /** Whether it answered. */
  readonly outcome: JobSourceOutcome;
  /** Upstream calls made for this field, retries included. */
  readonly requests: Scalars['Int']['output'];
  /** The source. */
  readonly source: JobSource;
  /** The source's own total for this query; null where it sends none or where `localFilters` is not empty. */
  readonly totalCount: Maybe<Scalars['SafeInt']['output']>;
  /** Anything odd that did not stop the answer. */
  readonly warnings: ReadonlyArray<JobSourceWarning>;
};

/** Something odd that did not stop the answer. */
export type JobSourceWarning = {
  readonly __typename: 'JobSourceWarning';
  /** What kind of oddity. */
  readonly code: JobSourceWarningCode;
  /** One sentence for people. */
  readonly message: Scalars['String']['output'];
  /** How often it was seen while this page was read. */
  readonly occurrences: Scalars['Int']['output'];
};

/** Kinds of oddity. */
export type JobSourceWarningCode =
  /** Jobs start later than this server's clock says it is. Check both clocks. */
  | 'CLOCK_AHEAD'
  /** A job that has ended by its status and carries no end: it is in no window or period by end. */
  | 'ENDED_WITHOUT_END'
  /** The upstream returned jobs outside the filter sent to it; they were removed. */
  | 'FILTER_IGNORED'
  /** Records did not come newest first, or a list by end met a job late; the order is right only within what was read. */
  | 'OUT_OF_ORDER'
  /** Upstream pages overlapped or shifted; duplicates were removed. */
  | 'PAGE_DRIFT'
  /** A record without an id, which is left out. */
  | 'RECORD_WITHOUT_ID'
  /**
   * The upstream has jobs that no value of the type or service asked for accounts for: it may have added one. Or there are too many values to
   * ask for, so that jobs are counted and not told apart.
   */
  | 'UNATTRIBUTED'
  /** A status, type or service code, or a word for one, that is not in this server's tables. */
  | 'UNKNOWN_CODE'
  /** A value that could not be read, or that no job can have, such as a negative count: the field is null and the original is in `raw`. */
  | 'UNREADABLE_VALUE';

/** Jobs counted. No number stands for what was not read: see `JobStatsGroup.precision`. */
export type JobStats = {
  readonly __typename: 'JobStats';
  /** One for every combination that `groupBy` finds; one in all without `groupBy`. */
  readonly groups: ReadonlyArray<JobStatsGroup>;
  /** True when every selected source was read in full: then every number is exact. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The period as it was resolved. */
  readonly period: JobPeriod;
  /** What happened at each selected source, and how far back it was read. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** All jobs that match, whatever they are grouped by. */
  readonly total: JobStatsGroup;
};

/** What jobs are told apart by when they are counted. */
export type JobStatsDimension =
  /** The day. Every day of the period has a group. */
  | 'DAY'
  /** The hour. Every hour of the period has a group. Periods of up to 8 days. */
  | 'HOUR'
  /** The month. Every month of the period has a group. */
  | 'MONTH'
  /** What the job does. For Microsoft 365, whose records carry no type, one upstream query a type tells. */
  | 'OPERATION'
  /** The product. Every selected product has a group, also one without jobs. */
  | 'PRODUCT'
  /** The source. Every selected source has a group, also one without jobs. */
  | 'SOURCE'
  /** The tenant of the source. Every selected tenant has a group, also one without jobs. */
  | 'TENANT'
  /** The job type as the upstream names it; told like `OPERATION`. */
  | 'TYPE'
  /** The week, from Monday. Every week of the period has a group. */
  | 'WEEK'
  /** What the job protects, as in `JobWorkload.workload`. For Microsoft 365 one upstream query a service tells. */
  | 'WORKLOAD';

/** The jobs that agree in everything that was grouped by. */
export type JobStatsGroup = {
  readonly __typename: 'JobStatsGroup';
  /** (Succeeded + partial) ÷ (succeeded + partial + failed): what counts partial results as good enough. Null like `successRate`. */
  readonly completionRate: Maybe<Scalars['Float']['output']>;
  /** How many. Null where `precision` is `UNKNOWN`, never 0 then. */
  readonly counts: Maybe<JobStatusCounts>;
  /** How much data jobs moved. Null where `precision` is `UNKNOWN`. */
  readonly data: Maybe<JobDataStats>;
  /** How long jobs ran that succeeded, wholly or in part. Null unless exact. */
  readonly durations: Maybe<JobDurationStats>;
  /** What they agree in. */
  readonly key: JobStatsKey;
  /** What jobs processed. Null where `precision` is `UNKNOWN`. */
  readonly objects: Maybe<JobObjectStats>;
  /** How sure the counts are. */
  readonly precision: JobCountPrecision;
  /** Succeeded ÷ (succeeded + partial + failed), 0 to 1. Null unless exact, where there is none of the three, and where the filter leaves out one of them. */
  readonly successRate: Maybe<Scalars['Float']['output']>;
};

/**
 * What a group is of. A field is null when it was not grouped by; grouped by, a null `operation`, `type` or `workload` says that nothing
 * tells it.
 */
export type JobStatsKey = {
  readonly __typename: 'JobStatsKey';
  /** What the jobs do. */
  readonly operation: Maybe<JobOperation>;
  /** The product. */
  readonly product: Maybe<BackupProduct>;
  /** The source. */
  readonly source: Maybe<JobSource>;
  /** The hour, day, week or month. */
  readonly stretch: Maybe<JobStretch>;
  /** Key of the tenant. */
  readonly tenant: Maybe<Scalars['String']['output']>;
  /** The job type. */
  readonly type: Maybe<UpstreamCode>;
  /** What the jobs protect. */
  readonly workload: Maybe<UpstreamCode>;
};

/** In which order groups come. */
export type JobStatsOrder =
  /** By key, in the order of `groupBy`: tenants and sources as configured, stretches of time oldest first, codes by their text. */
  | 'BY_KEY'
  /** Most failed jobs first, then by key. Groups of which nothing is known come before all. */
  | 'FAILED_DESC'
  /** Lowest success rate first, then by key. Groups without a rate come last. */
  | 'SUCCESS_RATE_ASC'
  /** Most jobs first, then by key. */
  | 'TOTAL_DESC';

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

/** Jobs by state or outcome; the states are those of `JobStatus`. */
export type JobStatusCounts = {
  readonly __typename: 'JobStatusCounts';
  /** Ended in failure. */
  readonly failed: Scalars['SafeInt']['output'];
  /** Ended, but not everything succeeded. */
  readonly partial: Scalars['SafeInt']['output'];
  /** Paused. */
  readonly paused: Scalars['SafeInt']['output'];
  /** Waiting to run. */
  readonly queued: Scalars['SafeInt']['output'];
  /** Running. */
  readonly running: Scalars['SafeInt']['output'];
  /** Not run. */
  readonly skipped: Scalars['SafeInt']['output'];
  /** Stopped before their end. */
  readonly stopped: Scalars['SafeInt']['output'];
  /** Ended well. */
  readonly succeeded: Scalars['SafeInt']['output'];
  /** All of them. */
  readonly total: Scalars['SafeInt']['output'];
  /** With a status code that is not in this server's tables; in no rate. */
  readonly unknown: Scalars['SafeInt']['output'];
};

/** An hour, day, week or month of a period. */
export type JobStretch = {
  readonly __typename: 'JobStretch';
  /** The first instant after it. */
  readonly end: Scalars['DateTime']['output'];
  /** True when the period has only a part of it. */
  readonly isCut: Scalars['Boolean']['output'];
  /** `2026-11-24T13`, `2026-11-24`, `2026-W48` or `2026-11`, in the period's time zone. */
  readonly label: Scalars['String']['output'];
  /** Its first instant, whatever the period. A day whose midnight does not exist begins with the first instant after it. */
  readonly start: Scalars['DateTime']['output'];
};

/** A tenant of AvePoint Online Services that this server reads: a customer, for those who look after many. */
export type JobTenant = Node & {
  readonly __typename: 'JobTenant';
  /** Name for people, from the configuration; else the key. */
  readonly displayName: Scalars['String']['output'];
  /** Its own ids elsewhere, from the configuration: what another subgraph joins by. */
  readonly externalIds: ReadonlyArray<JobTenantExternalId>;
  /** The worst state of these sources, as last seen by this server process. */
  readonly health: JobSourceHealthState;
  /** Globally unique, made of the key. Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Key from the configuration, the first part of its sources' ids. */
  readonly key: Scalars['String']['output'];
  /** Words from the configuration to choose tenants by, sorted by name. */
  readonly labels: ReadonlyArray<JobTenantLabel>;
  /** Its sources that the caller may read. */
  readonly sources: ReadonlyArray<JobSource>;
  /** Its clock, from the configuration. Null where none is set. */
  readonly timeZone: Maybe<Scalars['TimeZone']['output']>;
};

/** The id of a tenant in another system. */
export type JobTenantExternalId = {
  readonly __typename: 'JobTenantExternalId';
  /** Such as `microsoft-365-tenant`, `avepoint-customer` or `crm`; the configuration chooses the word. */
  readonly system: Scalars['String']['output'];
  /** The id there. */
  readonly value: Scalars['String']['output'];
};

/** A word to choose tenants by. */
export type JobTenantLabel = {
  readonly __typename: 'JobTenantLabel';
  /** Such as `tier`. */
  readonly name: Scalars['String']['output'];
  /** Such as `gold`. */
  readonly value: Scalars['String']['output'];
};

/** A label that a tenant has to have. */
export type JobTenantLabelInput = {
  /** Such as `tier`. */
  readonly name: Scalars['String']['input'];
  /** Such as `gold`. Default: any. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
};

/** The window that a page answers for, resolved. */
export type JobWindow = {
  readonly __typename: 'JobWindow';
  /** Which instant of a job has to lie in the window. */
  readonly by: JobWindowBasis;
  /** Inclusive. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /** True when the caller gave no bounds and the server's default applies. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Jobs that ran longer than this can be missing from a window by end, or from the later pages of a list by end. Null where none can. */
  readonly reach: Maybe<Scalars['Duration']['output']>;
  /** Exclusive. Without one given, the moment of the first page; jobs that are later by this server's clock are listed too, with the warning CLOCK_AHEAD. */
  readonly to: Scalars['DateTime']['output'];
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
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** How far to look back from now; weeks, days, hours, minutes and seconds, not years or months, and at most ten years (`P3653D`). */
  readonly last?: InputMaybe<Scalars['Duration']['input']>;
  /** Exclusive upper bound. Without it there is none: lists reach up to now, and on to jobs that are ahead of this server's clock. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * What one source protects, and how that is going: one service, organization or kind of machine, and one operation on it. It is as fine as
 * the upstream's records are: the mailboxes or machines inside of it are not told apart.
 */
export type JobWorkload = {
  readonly __typename: 'JobWorkload';
  /** Failed runs since the last success. Null where nothing is known. */
  readonly consecutiveFailures: Maybe<Scalars['Int']['output']>;
  /** Whether there may have been more. */
  readonly consecutiveFailuresPrecision: JobCountPrecision;
  /** When it should run. Null where neither the configuration nor five runs tell. */
  readonly expectation: Maybe<JobExpectation>;
  /** When the first of them ended. */
  readonly failingSince: Maybe<Scalars['DateTime']['output']>;
  /** Stable, made of source, operation and workload. Opaque: compare it, store it, never parse it. */
  readonly id: Scalars['ID']['output'];
  /** Whether a run that should have started has not. Null where that cannot be told. */
  readonly isLate: Maybe<Scalars['Boolean']['output']>;
  /** Whether the last success is longer ago than `staleAfter`. Null where that cannot be told. */
  readonly isStale: Maybe<Scalars['Boolean']['output']>;
  /** The run that started last, whatever its state. */
  readonly latest: Maybe<Job>;
  /** The run that ended last with a result: succeeded, partial or failed. One that runs now does not hide it. */
  readonly latestEnded: Maybe<Job>;
  /** The run that succeeded last. */
  readonly latestSuccess: Maybe<Job>;
  /** What is done to it. */
  readonly operation: JobOperation;
  /** Runs that started in the time looked at. Null where it was not read in full. */
  readonly runs: Maybe<Scalars['SafeInt']['output']>;
  /** Everything from here on was read. Null where nothing can be promised. */
  readonly searchedFrom: Maybe<Scalars['DateTime']['output']>;
  /** The source. */
  readonly source: JobSource;
  /** One judgement of all below. */
  readonly state: JobWorkloadState;
  /** How long ago that was, ISO 8601. */
  readonly successAge: Maybe<Scalars['Duration']['output']>;
  /** The same in seconds. */
  readonly successAgeSeconds: Maybe<Scalars['Float']['output']>;
  /** What a `latestSuccess` that is null means. */
  readonly successEvidence: JobEvidence;
  /**
   * The service of Google Workspace, Microsoft 365 and IaaS + PaaS, there told by the job type; the organization of Salesforce and Dynamics
   * 365. Null for jobs of which nothing tells.
   */
  readonly workload: Maybe<UpstreamCode>;
};

/** A page of workloads. */
export type JobWorkloadConnection = {
  readonly __typename: 'JobWorkloadConnection';
  /** The workloads of this page with their cursors, in order. */
  readonly edges: ReadonlyArray<JobWorkloadEdge>;
  /** All that match, counted; one group in all without `groupBy`. Selected, it takes a reading of every selected source. */
  readonly groups: ReadonlyArray<JobWorkloadGroup>;
  /** True when every source that this page needs answered in full. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The same workloads without their edges. */
  readonly nodes: ReadonlyArray<JobWorkload>;
  /** Whether there is more, and after which cursor. */
  readonly pageInfo: PageInfo;
  /** What happened at each of them. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** The time that was looked at; its end is the moment of the first page. */
  readonly window: JobWindow;
};

/** What workloads are told apart by when they are counted. */
export type JobWorkloadDimension =
  /** What is done. */
  | 'OPERATION'
  /** The product. */
  | 'PRODUCT'
  /** The source. */
  | 'SOURCE'
  /** The tenant of the source. */
  | 'TENANT';

/** One workload in a page. */
export type JobWorkloadEdge = {
  readonly __typename: 'JobWorkloadEdge';
  /** Position for `after`: opaque, sealed, and bound to the arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The workload. */
  readonly node: JobWorkload;
};

/** Which workloads. Different fields must all hold; the values of one list are alternatives. An empty list matches nothing. */
export type JobWorkloadFilter = {
  /** With at least so many failed runs since the last success. */
  readonly consecutiveFailuresAtLeast?: InputMaybe<Scalars['Int']['input']>;
  /** Only those of which it is known that they are late, or are not. */
  readonly isLate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those of which it is known that they are stale, or are not. One of which it cannot be told is in neither. */
  readonly isStale?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is done to them. */
  readonly operations?: ReadonlyArray<JobOperation>;
  /** Products to ask. Default: all. */
  readonly products?: InputMaybe<ReadonlyArray<BackupProduct>>;
  /** Sources to ask, by `JobSource.id`. Default: all. */
  readonly sourceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** How they are doing, by `state`. */
  readonly states?: InputMaybe<ReadonlyArray<JobWorkloadState>>;
  /** Only tenants with all of these labels. */
  readonly tenantLabels?: InputMaybe<ReadonlyArray<JobTenantLabelInput>>;
  /** Tenants to ask, by `JobSource.tenant`. Default: all. */
  readonly tenants?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Workloads counted. */
export type JobWorkloadGroup = {
  readonly __typename: 'JobWorkloadGroup';
  /** Without one. */
  readonly breached: Scalars['SafeInt']['output'];
  /** With a success that is not too long ago, whatever happened since. */
  readonly compliant: Scalars['SafeInt']['output'];
  /** `FAILING`. */
  readonly failing: Scalars['SafeInt']['output'];
  /** What they agree in; `type`, `workload` and `stretch` are null. */
  readonly key: JobStatsKey;
  /** `LATE`. */
  readonly late: Scalars['SafeInt']['output'];
  /** `OK`. */
  readonly ok: Scalars['SafeInt']['output'];
  /** `PARTIAL`. */
  readonly partial: Scalars['SafeInt']['output'];
  /** Sources that did not answer: which workloads they have is not known. */
  readonly silentSources: Scalars['Int']['output'];
  /** `STALE`. */
  readonly stale: Scalars['SafeInt']['output'];
  /** All that are known. */
  readonly total: Scalars['SafeInt']['output'];
  /** Of which neither can be said. */
  readonly undecided: Scalars['SafeInt']['output'];
  /** `UNKNOWN`. */
  readonly unknown: Scalars['SafeInt']['output'];
  /** The longest time since a success, of those that had one. */
  readonly worstSuccessAgeSeconds: Maybe<Scalars['Float']['output']>;
};

/** In which order workloads come. */
export type JobWorkloadOrder =
  /** By source as configured, then operation, then code. Reads only the sources that a page needs. */
  | 'BY_SOURCE'
  /** By state as `JobWorkloadState` lists them, then the longest without a success. Reads every selected source. */
  | 'WORST_FIRST';

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

/** A job of Cloud Backup for Microsoft 365 (`GET /backup/m365/cloudbackupjobs`, or the older `GET /cloudbackup/jobs`). */
export type Microsoft365Job = Job & Node & {
  readonly __typename: 'Microsoft365Job';
  /** Objects processed. Null where the product reports no counts (Google Workspace). */
  readonly counts: Maybe<JobCounts>;
  /** How long the job ran, or has been running. Null when it cannot be known. */
  readonly duration: Maybe<JobDuration>;
  /** What went wrong, by message. Null where the product's API gives no failure detail, or none before the job ends; empty when it does and names none. */
  readonly failures: Maybe<ReadonlyArray<JobFailure>>;
  /** When the job ended. Null while it runs, or when the upstream sent no instant that a job can have. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Global id, made of the source and the job id alone: stable whatever the status, endpoint version or query. */
  readonly id: Scalars['ID']['output'];
  /** The job id exactly as the product shows it, for example `FB20241027081716326`. Not unique across products or tenants. */
  readonly jobId: Scalars['String']['output'];
  /** Multi-Geo location (`NAM`, `EUR`…) when the read that produced this record was limited to one, else null. */
  readonly location: Maybe<Scalars['String']['output']>;
  /** When this server read the record from the upstream. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** What the job does, on one scale for all products. Null where the record carries no type (see `JobEdge.operation`). */
  readonly operation: Maybe<JobOperation>;
  /** The product that ran the job. */
  readonly product: BackupProduct;
  /** Completion, 0 to 100. Only Google Workspace reports it. */
  readonly progress: Maybe<Scalars['Float']['output']>;
  /** The upstream record as received, fields this schema has not modelled included. */
  readonly raw: Scalars['JSON']['output'];
  /** The configured source the job came from. */
  readonly source: JobSource;
  /** When the job started. Null while it is queued, or when the upstream sent no instant that a job can have: none is before 2000, or more than a day from now. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** State or outcome, on one scale for all products. */
  readonly status: JobStatus;
  /** The status as the upstream sent it: a code for most products, a word for Microsoft 365. */
  readonly upstreamStatus: UpstreamCode;
  /** The job type as the upstream sent it. Null where the record carries none. */
  readonly upstreamType: Maybe<UpstreamCode>;
  /** The protected service: Gmail, Azure VM, Exchange Online… Null where the record carries none (see `JobEdge.workload`). */
  readonly workload: Maybe<UpstreamCode>;
};

/** A page of Microsoft 365 jobs. */
export type Microsoft365JobConnection = {
  readonly __typename: 'Microsoft365JobConnection';
  /** The jobs of this page with their cursors, in order. */
  readonly edges: ReadonlyArray<Microsoft365JobEdge>;
  /** True when every selected source answered in full. False also where there was none to ask: `errors` then has a `NO_SOURCE`. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The same jobs without their edges. */
  readonly nodes: ReadonlyArray<Microsoft365Job>;
  /** Whether there is more, and after which cursor. */
  readonly pageInfo: PageInfo;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** Exact number of jobs that match, or null where it cannot be known without reading everything. */
  readonly totalCount: Maybe<Scalars['SafeInt']['output']>;
  /** The window that applies, frozen on the first page and carried in the cursor. */
  readonly window: JobWindow;
};

/** One Microsoft 365 job in a page. */
export type Microsoft365JobEdge = {
  readonly __typename: 'Microsoft365JobEdge';
  /** Position for `after`: opaque, sealed, and bound to the filter and the window. */
  readonly cursor: Scalars['String']['output'];
  /** The job. */
  readonly node: Microsoft365Job;
  /** `node.operation`, or what the filter proves where records carry no type. */
  readonly operation: Maybe<JobOperation>;
  /** `node.workload`, or what the filter proves where records carry no service. */
  readonly workload: Maybe<UpstreamCode>;
};

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type Microsoft365JobFilter = {
  /** Multi-Geo location code (`NAM`, `EUR`…). Default: all of them. The older endpoint has no such parameter. */
  readonly location?: InputMaybe<Scalars['String']['input']>;
  /** Text in the job id, case-sensitive; matched by this server. At most 512 characters; white space around it does not count. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** `objectType` codes that this schema does not name yet. */
  readonly serviceCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Services (`objectType`). One upstream query a service: records carry none, so the query is the proof. */
  readonly services?: InputMaybe<ReadonlyArray<Microsoft365Service>>;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** `jobState` codes that this schema does not name yet. */
  readonly statusCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** States or outcomes (`jobState`). */
  readonly statuses?: InputMaybe<ReadonlyArray<JobStatus>>;
  /** `jobType` codes that this schema does not name yet. */
  readonly typeCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Types of job (`jobType`). One upstream query a type: records carry none, so the query is the proof. */
  readonly types?: InputMaybe<ReadonlyArray<Microsoft365JobType>>;
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

/** An object with a globally unique, stable, opaque id. */
export type Node = {
  /** Opaque: compare it, store it, send it back; never parse it. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page stands in its connection (Relay Cursor Connections, forward). */
export type PageInfo = {
  readonly __typename: 'PageInfo';
  /** What to send as `after` to go on. It stands also on a page without edges, as long as there is something left to ask. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** False only at the end. A page can be empty and this still true: the scan has not ended, go on after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True whenever `after` was given. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge of this page; null when it has none. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type Query = {
  readonly __typename: 'Query';
  /** Jobs of Cloud Backup for Dynamics 365. */
  readonly dynamics365Jobs: Maybe<Dynamics365JobConnection>;
  /**
   * Jobs by the id that people see; one id can stand for jobs of several products and tenants. A source that fails has an entry in
   * `errors`, and the jobs of the others are returned; where products and sources name none that the caller may read, it is `NO_SOURCE`.
   */
  readonly findJobs: Maybe<ReadonlyArray<Job>>;
  /** Jobs of Cloud Backup for Google Workspace, of the admin portal and of ReCenter. */
  readonly googleWorkspaceJobs: Maybe<GoogleWorkspaceJobConnection>;
  /** Jobs of Cloud Backup for IaaS + PaaS. */
  readonly iaasPaasJobs: Maybe<IaasPaasJobConnection>;
  /** One job by global id. Null when it does not exist; for products that can only be scanned: when it is neither near the time in its job id nor in the last 30 days. */
  readonly job: Maybe<Job>;
  /** Why jobs failed, wholly or in part: their failures by cause. Codes stay as they are; messages are joined where only names, ids and numbers differ. */
  readonly jobFailureDigest: Maybe<JobFailureDigest>;
  /** The configured sources that the caller may read. */
  readonly jobSources: ReadonlyArray<JobSource>;
  /**
   * Jobs counted, without listing them. One bounded reading of every selected source, newest jobs first; what does not fit into the calls
   * and time of one operation is marked as not counted.
   */
  readonly jobStats: Maybe<JobStats>;
  /** The tenants of which the caller may read at least one source, in the order of the configuration. */
  readonly jobTenants: ReadonlyArray<JobTenant>;
  /**
   * What is protected, and how that is going: the latest result, the latest success and how long ago, failures in a row, what is overdue.
   * A workload is there when it ran in the time looked at, or when the configuration expects it.
   */
  readonly jobWorkloads: Maybe<JobWorkloadConnection>;
  /** Jobs of every product in one timeline; by default newest start first; jobs without a start lead. */
  readonly jobs: Maybe<JobConnection>;
  /** Jobs by global id, in the order asked, null where one does not exist. At most 100. */
  readonly jobsById: ReadonlyArray<Maybe<Job>>;
  /** The jobs that ran longest, those that still run included when the period is by start. */
  readonly longestJobs: Maybe<JobRanking>;
  /** Jobs of Cloud Backup for Microsoft 365. */
  readonly microsoft365Jobs: Maybe<Microsoft365JobConnection>;
  /** Any object by global id: a job, a source, or a tenant. */
  readonly node: Maybe<Node>;
  /** Objects by global id, in the order asked, null where one does not exist. At most 100. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** Jobs of Cloud Backup for Salesforce. */
  readonly salesforceJobs: Maybe<SalesforceJobConnection>;
  /** Jobs that took unusually long or short. */
  readonly unusualJobs: Maybe<UnusualJobs>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryDynamics365JobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<Dynamics365JobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: JobOrder;
  window?: InputMaybe<JobWindowInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryFindJobsArgs = {
  jobId: Scalars['String']['input'];
  products?: InputMaybe<ReadonlyArray<BackupProduct>>;
  sourceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  window?: InputMaybe<JobWindowInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryGoogleWorkspaceJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GoogleWorkspaceJobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: JobOrder;
  window?: InputMaybe<JobWindowInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryIaasPaasJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IaasPaasJobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: JobOrder;
  window?: InputMaybe<JobWindowInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryJobArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryJobFailureDigestArgs = {
  filter?: InputMaybe<JobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  period?: InputMaybe<JobPeriodInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryJobSourcesArgs = {
  products?: InputMaybe<ReadonlyArray<BackupProduct>>;
  tenants?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryJobStatsArgs = {
  filter?: InputMaybe<JobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<ReadonlyArray<JobStatsDimension>>;
  orderBy?: JobStatsOrder;
  period?: InputMaybe<JobPeriodInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryJobTenantsArgs = {
  keys?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  labels?: InputMaybe<ReadonlyArray<JobTenantLabelInput>>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryJobWorkloadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  countPartialAsSuccess?: Scalars['Boolean']['input'];
  filter?: InputMaybe<JobWorkloadFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<ReadonlyArray<JobWorkloadDimension>>;
  lookBack?: Scalars['Duration']['input'];
  orderBy?: JobWorkloadOrder;
  staleAfter?: InputMaybe<Scalars['Duration']['input']>;
  successNeedsObjects?: Scalars['Boolean']['input'];
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<JobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: JobOrder;
  window?: InputMaybe<JobWindowInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryJobsByIdArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryLongestJobsArgs = {
  filter?: InputMaybe<JobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  period?: InputMaybe<JobPeriodInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryMicrosoft365JobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<Microsoft365JobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: JobOrder;
  window?: InputMaybe<JobWindowInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QuerySalesforceJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SalesforceJobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: JobOrder;
  window?: InputMaybe<JobWindowInput>;
};


/**
 * Read-only. On every connection `first` is 0 to 200, 50 by default. A negative or larger `first`, an id or another text of more than
 * 512 characters, and a cursor that is malformed, altered or made for another field, filter, window or order, is BAD_USER_INPUT
 * with `extensions.argument`. White space and invisible marks that were pasted around an id do not count.
 */
export type QueryUnusualJobsArgs = {
  factor?: Scalars['Float']['input'];
  filter?: InputMaybe<JobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  floor?: Scalars['Duration']['input'];
  history?: Scalars['Duration']['input'];
  minRuns?: Scalars['Int']['input'];
  period?: InputMaybe<JobPeriodInput>;
};

/** A job of Cloud Backup for Salesforce (`GET /backup/sfbapi/jobs`). `counts` counts Salesforce objects. */
export type SalesforceJob = Job & Node & {
  readonly __typename: 'SalesforceJob';
  /** Salesforce API calls that the job spent. */
  readonly apiCalls: Maybe<Scalars['SafeInt']['output']>;
  /** Objects processed. Null where the product reports no counts (Google Workspace). */
  readonly counts: Maybe<JobCounts>;
  /** Data size in kilobytes, the unit that the upstream uses. */
  readonly dataSizeKilobytes: Maybe<Scalars['SafeInt']['output']>;
  /** How long the job ran, or has been running. Null when it cannot be known. */
  readonly duration: Maybe<JobDuration>;
  /** What went wrong, by message. Null where the product's API gives no failure detail, or none before the job ends; empty when it does and names none. */
  readonly failures: Maybe<ReadonlyArray<JobFailure>>;
  /** When the job ended. Null while it runs, or when the upstream sent no instant that a job can have. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Global id, made of the source and the job id alone: stable whatever the status, endpoint version or query. */
  readonly id: Scalars['ID']['output'];
  /** The job id exactly as the product shows it, for example `FB20241027081716326`. Not unique across products or tenants. */
  readonly jobId: Scalars['String']['output'];
  /** Metadata items processed; the upstream has no skipped counter for them. */
  readonly metadataCounts: Maybe<JobCounts>;
  /** When this server read the record from the upstream. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** What the job does, on one scale for all products. Null where the record carries no type (see `JobEdge.operation`). */
  readonly operation: Maybe<JobOperation>;
  /** Id of the source Salesforce organization, 18 characters. */
  readonly organizationId: Maybe<Scalars['String']['output']>;
  /** The product that ran the job. */
  readonly product: BackupProduct;
  /** Completion, 0 to 100. Only Google Workspace reports it. */
  readonly progress: Maybe<Scalars['Float']['output']>;
  /** The upstream record as received, fields this schema has not modelled included. */
  readonly raw: Scalars['JSON']['output'];
  /** Records processed. */
  readonly recordCounts: Maybe<JobCounts>;
  /** The configured source the job came from. */
  readonly source: JobSource;
  /** When the job started. Null while it is queued, or when the upstream sent no instant that a job can have: none is before 2000, or more than a day from now. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** State or outcome, on one scale for all products. */
  readonly status: JobStatus;
  /** The type of job. (Selecting `type` of several products together needs aliases: their enums differ.) */
  readonly type: Maybe<SalesforceJobType>;
  /** The status as the upstream sent it: a code for most products, a word for Microsoft 365. */
  readonly upstreamStatus: UpstreamCode;
  /** The job type as the upstream sent it. Null where the record carries none. */
  readonly upstreamType: Maybe<UpstreamCode>;
  /** The protected service: Gmail, Azure VM, Exchange Online… Null where the record carries none (see `JobEdge.workload`). */
  readonly workload: Maybe<UpstreamCode>;
};

/** A page of Salesforce jobs. */
export type SalesforceJobConnection = {
  readonly __typename: 'SalesforceJobConnection';
  /** The jobs of this page with their cursors, in order. */
  readonly edges: ReadonlyArray<SalesforceJobEdge>;
  /** True when every selected source answered in full. False also where there was none to ask: `errors` then has a `NO_SOURCE`. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The same jobs without their edges. */
  readonly nodes: ReadonlyArray<SalesforceJob>;
  /** Whether there is more, and after which cursor. */
  readonly pageInfo: PageInfo;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** Exact number of jobs that match, or null where it cannot be known without reading everything. */
  readonly totalCount: Maybe<Scalars['SafeInt']['output']>;
  /** The window that applies, frozen on the first page and carried in the cursor. */
  readonly window: JobWindow;
};

/** One Salesforce job in a page. */
export type SalesforceJobEdge = {
  readonly __typename: 'SalesforceJobEdge';
  /** Position for `after`: opaque, sealed, and bound to the filter and the window. */
  readonly cursor: Scalars['String']['output'];
  /** The job. */
  readonly node: SalesforceJob;
  /** `node.operation`, or what the filter proves where records carry no type. */
  readonly operation: Maybe<JobOperation>;
  /** `node.workload`, or what the filter proves where records carry no service. */
  readonly workload: Maybe<UpstreamCode>;
};

/** Different fields must all hold; a list and its `…Codes` list are one list of alternatives. An empty list matches nothing. */
export type SalesforceJobFilter = {
  /** Level of the job (`level`). Records carry none, so the upstream query is the proof. */
  readonly level?: InputMaybe<SalesforceJobLevel>;
  /** Source Salesforce organization, by its 18-character id. */
  readonly organizationId?: InputMaybe<Scalars['String']['input']>;
  /** Text in the job id, case-sensitive; matched by this server. At most 512 characters; white space around it does not count. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Sources to ask, by `JobSource.id`. Default: all of this product. */
  readonly sourceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** `status` codes that this schema does not name yet. */
  readonly statusCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** States or outcomes (`status`). */
  readonly statuses?: InputMaybe<ReadonlyArray<JobStatus>>;
  /** `type` codes that this schema does not name yet. */
  readonly typeCodes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Types of job (`type`). */
  readonly types?: InputMaybe<ReadonlyArray<SalesforceJobType>>;
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

/** A job of unusual length. */
export type UnusualJob = {
  readonly __typename: 'UnusualJob';
  /** What is usual. */
  readonly baseline: JobDurationBaseline;
  /** The job. */
  readonly job: Job;
  /** In which way. */
  readonly kind: UnusualJobKind;
  /** That, divided by the usual. */
  readonly ratio: Scalars['Float']['output'];
  /** How long it ran, or has been running. */
  readonly seconds: Scalars['Float']['output'];
};

/** In which way a length is unusual. */
export type UnusualJobKind =
  /** It ended, and took longer. */
  | 'LONG'
  /** It ended, and was over sooner. */
  | 'SHORT'
  /** It still runs, and has already taken longer. */
  | 'STILL_RUNNING';

/** Jobs that took unusually long or short, against earlier runs of the same kind at the same source. */
export type UnusualJobs = {
  readonly __typename: 'UnusualJobs';
  /** True when every selected source was read in full, earlier runs included. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The farthest from usual first. */
  readonly nodes: ReadonlyArray<UnusualJob>;
  /** The period as it was resolved. */
  readonly period: JobPeriod;
  /** What happened at each selected source. */
  readonly sources: ReadonlyArray<JobSourceResult>;
  /** Jobs that could not be judged: too few earlier runs, or no length. Null where that was not read in full. */
  readonly unjudged: Maybe<Scalars['SafeInt']['output']>;
};

/** A code, or the word that stood in its place, exactly as an upstream sent it, with the vendor's label for it. */
export type UpstreamCode = {
  readonly __typename: 'UpstreamCode';
  /** As text: `16`, `20016`, `Finished`. */
  readonly code: Scalars['String']['output'];
  /** Whether the code, or a code of that label or name, is in this server's tables. False says that the vendor has added one. */
  readonly isKnown: Scalars['Boolean']['output'];
  /** The documented label, or null for a code or a word that is not in the tables. */
  readonly label: Maybe<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = T | Promise<T>;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Dynamics365Job: Dynamics365Job;
  GoogleWorkspaceJob: GoogleWorkspaceJob;
  IaasPaasJob: IaasPaasJob;
  Job: Job;
  JobSource: JobSource;
  JobTenant: JobTenant;
  Microsoft365Job: Microsoft365Job;
  SalesforceJob: SalesforceJob;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Dynamics365Job:
    ( { __typename: 'Dynamics365Job' }
    & GraphQLRecursivePick<FederationTypes['Dynamics365Job'], {"id":true}> );
  GoogleWorkspaceJob:
    ( { __typename: 'GoogleWorkspaceJob' }
    & GraphQLRecursivePick<FederationTypes['GoogleWorkspaceJob'], {"id":true}> );
  IaasPaasJob:
    ( { __typename: 'IaasPaasJob' }
    & GraphQLRecursivePick<FederationTypes['IaasPaasJob'], {"id":true}> );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
  JobSource:
    ( { __typename: 'JobSource' }
    & GraphQLRecursivePick<FederationTypes['JobSource'], {"id":true}> );
  JobTenant:
    ( { __typename: 'JobTenant' }
    & GraphQLRecursivePick<FederationTypes['JobTenant'], {"id":true}> );
  Microsoft365Job:
    ( { __typename: 'Microsoft365Job' }
    & GraphQLRecursivePick<FederationTypes['Microsoft365Job'], {"id":true}> );
  SalesforceJob:
    ( { __typename: 'SalesforceJob' }
    & GraphQLRecursivePick<FederationTypes['SalesforceJob'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Job:
    | ( Dynamics365Job )
    | ( GoogleWorkspaceJob )
    | ( IaasPaasJob )
    | ( Microsoft365Job )
    | ( SalesforceJob )
  ;
  Node:
    | ( Dynamics365Job )
    | ( GoogleWorkspaceJob )
    | ( IaasPaasJob )
    | ( JobSource )
    | ( JobTenant )
    | ( Microsoft365Job )
    | ( SalesforceJob )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AvePointEnvironment: AvePointEnvironment;
  BackupProduct: BackupProduct;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  Dynamics365Job: ResolverTypeWrapper<Dynamics365Job>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Dynamics365JobConnection: ResolverTypeWrapper<Dynamics365JobConnection>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Dynamics365JobEdge: ResolverTypeWrapper<Dynamics365JobEdge>;
  Dynamics365JobFilter: Dynamics365JobFilter;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Dynamics365JobType: Dynamics365JobType;
  GoogleWorkspaceDataSource: GoogleWorkspaceDataSource;
  GoogleWorkspaceJob: ResolverTypeWrapper<GoogleWorkspaceJob>;
  GoogleWorkspaceJobConnection: ResolverTypeWrapper<GoogleWorkspaceJobConnection>;
  GoogleWorkspaceJobEdge: ResolverTypeWrapper<GoogleWorkspaceJobEdge>;
  GoogleWorkspaceJobFilter: GoogleWorkspaceJobFilter;
  GoogleWorkspaceJobType: GoogleWorkspaceJobType;
  GoogleWorkspaceService: GoogleWorkspaceService;
  IaasPaasJob: ResolverTypeWrapper<IaasPaasJob>;
  IaasPaasJobConnection: ResolverTypeWrapper<IaasPaasJobConnection>;
  IaasPaasJobEdge: ResolverTypeWrapper<IaasPaasJobEdge>;
  IaasPaasJobFilter: IaasPaasJobFilter;
  IaasPaasJobType: IaasPaasJobType;
  IaasPaasService: IaasPaasService;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Job: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Job']>;
  JobConnection: ResolverTypeWrapper<Omit<JobConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['JobEdge']>, nodes: ReadonlyArray<ResolversTypes['Job']> }>;
  JobCountPrecision: JobCountPrecision;
  JobCounts: ResolverTypeWrapper<JobCounts>;
  JobDataStats: ResolverTypeWrapper<JobDataStats>;
  JobDuration: ResolverTypeWrapper<JobDuration>;
  JobDurationBaseline: ResolverTypeWrapper<JobDurationBaseline>;
  JobDurationBasis: JobDurationBasis;
  JobDurationStats: ResolverTypeWrapper<JobDurationStats>;
  JobEdge: ResolverTypeWrapper<Omit<JobEdge, 'node'> & { node: ResolversTypes['Job'] }>;
  JobEvidence: JobEvidence;
  JobExpectation: ResolverTypeWrapper<JobExpectation>;
  JobExpectationBasis: JobExpectationBasis;
  JobFailure: ResolverTypeWrapper<JobFailure>;
  JobFailureCause: ResolverTypeWrapper<Omit<JobFailureCause, 'latestJobs'> & { latestJobs: ReadonlyArray<ResolversTypes['Job']> }>;
  JobFailureCauseKind: JobFailureCauseKind;
  JobFailureDigest: ResolverTypeWrapper<Omit<JobFailureDigest, 'causes'> & { causes: ReadonlyArray<ResolversTypes['JobFailureCause']> }>;
  JobFilter: JobFilter;
  JobObjectStats: ResolverTypeWrapper<JobObjectStats>;
  JobOperation: JobOperation;
  JobOrder: JobOrder;
  JobPeriod: ResolverTypeWrapper<JobPeriod>;
  JobPeriodInput: JobPeriodInput;
  JobPeriodUnit: JobPeriodUnit;
  JobRanking: ResolverTypeWrapper<Omit<JobRanking, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Job']> }>;
  JobSource: ResolverTypeWrapper<JobSource>;
  JobSourceCapabilities: ResolverTypeWrapper<JobSourceCapabilities>;
  JobSourceError: ResolverTypeWrapper<JobSourceError>;
  JobSourceErrorCode: JobSourceErrorCode;
  JobSourceHealth: ResolverTypeWrapper<JobSourceHealth>;
  JobSourceHealthState: JobSourceHealthState;
  JobSourceOutcome: JobSourceOutcome;
  JobSourceResult: ResolverTypeWrapper<JobSourceResult>;
  JobSourceWarning: ResolverTypeWrapper<JobSourceWarning>;
  JobSourceWarningCode: JobSourceWarningCode;
  JobStats: ResolverTypeWrapper<JobStats>;
  JobStatsDimension: JobStatsDimension;
  JobStatsGroup: ResolverTypeWrapper<JobStatsGroup>;
  JobStatsKey: ResolverTypeWrapper<JobStatsKey>;
  JobStatsOrder: JobStatsOrder;
  JobStatus: JobStatus;
  JobStatusCounts: ResolverTypeWrapper<JobStatusCounts>;
  JobStretch: ResolverTypeWrapper<JobStretch>;
  JobTenant: ResolverTypeWrapper<JobTenant>;
  JobTenantExternalId: ResolverTypeWrapper<JobTenantExternalId>;
  JobTenantLabel: ResolverTypeWrapper<JobTenantLabel>;
  JobTenantLabelInput: JobTenantLabelInput;
  JobWindow: ResolverTypeWrapper<JobWindow>;
  JobWindowBasis: JobWindowBasis;
  JobWindowInput: JobWindowInput;
  JobWorkload: ResolverTypeWrapper<Omit<JobWorkload, 'latest' | 'latestEnded' | 'latestSuccess'> & { latest?: Maybe<ResolversTypes['Job']>, latestEnded?: Maybe<ResolversTypes['Job']>, latestSuccess?: Maybe<ResolversTypes['Job']> }>;
  JobWorkloadConnection: ResolverTypeWrapper<Omit<JobWorkloadConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['JobWorkloadEdge']>, nodes: ReadonlyArray<ResolversTypes['JobWorkload']> }>;
  JobWorkloadDimension: JobWorkloadDimension;
  JobWorkloadEdge: ResolverTypeWrapper<Omit<JobWorkloadEdge, 'node'> & { node: ResolversTypes['JobWorkload'] }>;
  JobWorkloadFilter: JobWorkloadFilter;
  JobWorkloadGroup: ResolverTypeWrapper<JobWorkloadGroup>;
  JobWorkloadOrder: JobWorkloadOrder;
  JobWorkloadState: JobWorkloadState;
  Microsoft365Job: ResolverTypeWrapper<Microsoft365Job>;
  Microsoft365JobConnection: ResolverTypeWrapper<Microsoft365JobConnection>;
  Microsoft365JobEdge: ResolverTypeWrapper<Microsoft365JobEdge>;
  Microsoft365JobFilter: Microsoft365JobFilter;
  Microsoft365JobType: Microsoft365JobType;
  Microsoft365Service: Microsoft365Service;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  SalesforceJob: ResolverTypeWrapper<SalesforceJob>;
  SalesforceJobConnection: ResolverTypeWrapper<SalesforceJobConnection>;
  SalesforceJobEdge: ResolverTypeWrapper<SalesforceJobEdge>;
  SalesforceJobFilter: SalesforceJobFilter;
  SalesforceJobLevel: SalesforceJobLevel;
  SalesforceJobType: SalesforceJobType;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  UnusualJob: ResolverTypeWrapper<Omit<UnusualJob, 'job'> & { job: ResolversTypes['Job'] }>;
  UnusualJobKind: UnusualJobKind;
  UnusualJobs: ResolverTypeWrapper<Omit<UnusualJobs, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['UnusualJob']> }>;
  UpstreamCode: ResolverTypeWrapper<UpstreamCode>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  Dynamics365Job: Dynamics365Job | FederationReferenceTypes['Dynamics365Job'];
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  Dynamics365JobConnection: Dynamics365JobConnection;
  Boolean: Scalars['Boolean']['output'];
  Dynamics365JobEdge: Dynamics365JobEdge;
  Dynamics365JobFilter: Dynamics365JobFilter;
  Int: Scalars['Int']['output'];
  GoogleWorkspaceJob: GoogleWorkspaceJob | FederationReferenceTypes['GoogleWorkspaceJob'];
  GoogleWorkspaceJobConnection: GoogleWorkspaceJobConnection;
  GoogleWorkspaceJobEdge: GoogleWorkspaceJobEdge;
  GoogleWorkspaceJobFilter: GoogleWorkspaceJobFilter;
  IaasPaasJob: IaasPaasJob | FederationReferenceTypes['IaasPaasJob'];
  IaasPaasJobConnection: IaasPaasJobConnection;
  IaasPaasJobEdge: IaasPaasJobEdge;
  IaasPaasJobFilter: IaasPaasJobFilter;
  JSON: Scalars['JSON']['output'];
  Job: ResolversInterfaceTypes<ResolversParentTypes>['Job'];
  JobConnection: Omit<JobConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['JobEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Job']> };
  JobCounts: JobCounts;
  JobDataStats: JobDataStats;
  JobDuration: JobDuration;
  JobDurationBaseline: JobDurationBaseline;
  JobDurationStats: JobDurationStats;
  JobEdge: Omit<JobEdge, 'node'> & { node: ResolversParentTypes['Job'] };
  JobExpectation: JobExpectation;
  JobFailure: JobFailure;
  JobFailureCause: Omit<JobFailureCause, 'latestJobs'> & { latestJobs: ReadonlyArray<ResolversParentTypes['Job']> };
  JobFailureDigest: Omit<JobFailureDigest, 'causes'> & { causes: ReadonlyArray<ResolversParentTypes['JobFailureCause']> };
  JobFilter: JobFilter;
  JobObjectStats: JobObjectStats;
  JobPeriod: JobPeriod;
  JobPeriodInput: JobPeriodInput;
  JobRanking: Omit<JobRanking, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Job']> };
  JobSource: JobSource | FederationReferenceTypes['JobSource'];
  JobSourceCapabilities: JobSourceCapabilities;
  JobSourceError: JobSourceError;
  JobSourceHealth: JobSourceHealth;
  JobSourceResult: JobSourceResult;
  JobSourceWarning: JobSourceWarning;
  JobStats: JobStats;
  JobStatsGroup: JobStatsGroup;
  JobStatsKey: JobStatsKey;
  JobStatusCounts: JobStatusCounts;
  JobStretch: JobStretch;
  JobTenant: JobTenant | FederationReferenceTypes['JobTenant'];
  JobTenantExternalId: JobTenantExternalId;
  JobTenantLabel: JobTenantLabel;
  JobTenantLabelInput: JobTenantLabelInput;
  JobWindow: JobWindow;
  JobWindowInput: JobWindowInput;
  JobWorkload: Omit<JobWorkload, 'latest' | 'latestEnded' | 'latestSuccess'> & { latest?: Maybe<ResolversParentTypes['Job']>, latestEnded?: Maybe<ResolversParentTypes['Job']>, latestSuccess?: Maybe<ResolversParentTypes['Job']> };
  JobWorkloadConnection: Omit<JobWorkloadConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['JobWorkloadEdge']>, nodes: ReadonlyArray<ResolversParentTypes['JobWorkload']> };
  JobWorkloadEdge: Omit<JobWorkloadEdge, 'node'> & { node: ResolversParentTypes['JobWorkload'] };
  JobWorkloadFilter: JobWorkloadFilter;
  JobWorkloadGroup: JobWorkloadGroup;
  Microsoft365Job: Microsoft365Job | FederationReferenceTypes['Microsoft365Job'];
  Microsoft365JobConnection: Microsoft365JobConnection;
  Microsoft365JobEdge: Microsoft365JobEdge;
  Microsoft365JobFilter: Microsoft365JobFilter;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  SafeInt: Scalars['SafeInt']['output'];
  SalesforceJob: SalesforceJob | FederationReferenceTypes['SalesforceJob'];
  SalesforceJobConnection: SalesforceJobConnection;
  SalesforceJobEdge: SalesforceJobEdge;
  SalesforceJobFilter: SalesforceJobFilter;
  TimeZone: Scalars['TimeZone']['output'];
  UnusualJob: Omit<UnusualJob, 'job'> & { job: ResolversParentTypes['Job'] };
  UnusualJobs: Omit<UnusualJobs, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['UnusualJob']> };
  UpstreamCode: UpstreamCode;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type Dynamics365JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dynamics365Job'] = ResolversParentTypes['Dynamics365Job'], FederationReferenceType extends FederationReferenceTypes['Dynamics365Job'] = FederationReferenceTypes['Dynamics365Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Dynamics365Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  backupSizeBytes?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['JobCounts']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['JobDuration']>, ParentType, ContextType>;
  failures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JobFailure']>>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organizationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['BackupProduct'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  recordCounts?: Resolver<Maybe<ResolversTypes['JobCounts']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['JobSource'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobStatus'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['Dynamics365JobType']>, ParentType, ContextType>;
  upstreamStatus?: Resolver<ResolversTypes['UpstreamCode'], ParentType, ContextType>;
  upstreamType?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Dynamics365JobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dynamics365JobConnection'] = ResolversParentTypes['Dynamics365JobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['Dynamics365JobEdge']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Dynamics365Job']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['JobWindow'], ParentType, ContextType>;
};

export type Dynamics365JobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dynamics365JobEdge'] = ResolversParentTypes['Dynamics365JobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Dynamics365Job'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export type GoogleWorkspaceJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoogleWorkspaceJob'] = ResolversParentTypes['GoogleWorkspaceJob'], FederationReferenceType extends FederationReferenceTypes['GoogleWorkspaceJob'] = FederationReferenceTypes['GoogleWorkspaceJob']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GoogleWorkspaceJob']> | FederationReferenceType, FederationReferenceType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['JobCounts']>, ParentType, ContextType>;
  dataSource?: Resolver<Maybe<ResolversTypes['GoogleWorkspaceDataSource']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['JobDuration']>, ParentType, ContextType>;
  failures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JobFailure']>>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['BackupProduct'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['GoogleWorkspaceService']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['JobSource'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobStatus'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['GoogleWorkspaceJobType']>, ParentType, ContextType>;
  upstreamStatus?: Resolver<ResolversTypes['UpstreamCode'], ParentType, ContextType>;
  upstreamType?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GoogleWorkspaceJobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoogleWorkspaceJobConnection'] = ResolversParentTypes['GoogleWorkspaceJobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GoogleWorkspaceJobEdge']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GoogleWorkspaceJob']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['JobWindow'], ParentType, ContextType>;
};

export type GoogleWorkspaceJobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GoogleWorkspaceJobEdge'] = ResolversParentTypes['GoogleWorkspaceJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GoogleWorkspaceJob'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export type IaasPaasJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IaasPaasJob'] = ResolversParentTypes['IaasPaasJob'], FederationReferenceType extends FederationReferenceTypes['IaasPaasJob'] = FederationReferenceTypes['IaasPaasJob']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['IaasPaasJob']> | FederationReferenceType, FederationReferenceType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['JobCounts']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['JobDuration']>, ParentType, ContextType>;
  failures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JobFailure']>>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['BackupProduct'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['JobSource'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobStatus'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['IaasPaasJobType']>, ParentType, ContextType>;
  upstreamStatus?: Resolver<ResolversTypes['UpstreamCode'], ParentType, ContextType>;
  upstreamType?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IaasPaasJobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IaasPaasJobConnection'] = ResolversParentTypes['IaasPaasJobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['IaasPaasJobEdge']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['IaasPaasJob']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['JobWindow'], ParentType, ContextType>;
};

export type IaasPaasJobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IaasPaasJobEdge'] = ResolversParentTypes['IaasPaasJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IaasPaasJob'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveType: TypeResolveFn<'Dynamics365Job' | 'GoogleWorkspaceJob' | 'IaasPaasJob' | 'Microsoft365Job' | 'SalesforceJob', ParentType, ContextType>;
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
};

export type JobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobConnection'] = ResolversParentTypes['JobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['JobEdge']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Job']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['JobWindow'], ParentType, ContextType>;
};

export type JobCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobCounts'] = ResolversParentTypes['JobCounts']> = {
  failed?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  skipped?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  successful?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
};

export type JobDataStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobDataStats'] = ResolversParentTypes['JobDataStats']> = {
  bytes?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  jobs?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type JobDurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobDuration'] = ResolversParentTypes['JobDuration']> = {
  basis?: Resolver<ResolversTypes['JobDurationBasis'], ParentType, ContextType>;
  iso?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  upstreamValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type JobDurationBaselineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobDurationBaseline'] = ResolversParentTypes['JobDurationBaseline']> = {
  medianSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p95Seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type JobDurationStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobDurationStats'] = ResolversParentTypes['JobDurationStats']> = {
  jobs?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  maxSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95Seconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  totalSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type JobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobEdge'] = ResolversParentTypes['JobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export type JobExpectationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobExpectation'] = ResolversParentTypes['JobExpectation']> = {
  basis?: Resolver<ResolversTypes['JobExpectationBasis'], ParentType, ContextType>;
  interval?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  intervalSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  nextAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type JobFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobFailure'] = ResolversParentTypes['JobFailure']> = {
  documentationUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isErrorCode?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurrences?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
};

export type JobFailureCauseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobFailureCause'] = ResolversParentTypes['JobFailureCause']> = {
  documentationUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  example?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobs?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobFailureCauseKind'], ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latestJobs?: Resolver<ReadonlyArray<ResolversTypes['Job']>, ParentType, ContextType>;
  occurrences?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSource']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workloads?: Resolver<ReadonlyArray<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export type JobFailureDigestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobFailureDigest'] = ResolversParentTypes['JobFailureDigest']> = {
  causes?: Resolver<ReadonlyArray<ResolversTypes['JobFailureCause']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  jobs?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  otherCauses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['JobPeriod'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['JobCountPrecision'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  unexplainedJobs?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
};

export type JobObjectStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobObjectStats'] = ResolversParentTypes['JobObjectStats']> = {
  failed?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  jobs?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  skipped?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  successful?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
};

export type JobPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobPeriod'] = ResolversParentTypes['JobPeriod']> = {
  by?: Resolver<ResolversTypes['JobWindowBasis'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type JobRankingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobRanking'] = ResolversParentTypes['JobRanking']> = {
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Job']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['JobPeriod'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
};

export type JobSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobSource'] = ResolversParentTypes['JobSource'], FederationReferenceType extends FederationReferenceTypes['JobSource'] = FederationReferenceTypes['JobSource']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JobSource']> | FederationReferenceType, FederationReferenceType, ContextType>;
  capabilities?: Resolver<ResolversTypes['JobSourceCapabilities'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  environment?: Resolver<ResolversTypes['AvePointEnvironment'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['JobSourceHealth'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSimulated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['BackupProduct'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tenantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JobSourceCapabilitiesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobSourceCapabilities'] = ResolversParentTypes['JobSourceCapabilities']> = {
  filterByOperation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  filterByStatus?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  filterByWorkload?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lookupById?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reportsCounts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reportsFailures?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reportsOperation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reportsSize?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reportsWorkload?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requiresWindow?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  textSearch?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type JobSourceErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobSourceError'] = ResolversParentTypes['JobSourceError']> = {
  code?: Resolver<ResolversTypes['JobSourceErrorCode'], ParentType, ContextType>;
  httpStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isRetryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  traceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type JobSourceHealthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobSourceHealth'] = ResolversParentTypes['JobSourceHealth']> = {
  lastError?: Resolver<Maybe<ResolversTypes['JobSourceError']>, ParentType, ContextType>;
  lastFailureAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSuccessAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobSourceHealthState'], ParentType, ContextType>;
};

export type JobSourceResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobSourceResult'] = ResolversParentTypes['JobSourceResult']> = {
  cacheHits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coveredFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['JobSourceError']>, ParentType, ContextType>;
  localFilters?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  matched?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['JobSourceOutcome'], ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['JobSource'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['JobSourceWarning']>, ParentType, ContextType>;
};

export type JobSourceWarningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobSourceWarning'] = ResolversParentTypes['JobSourceWarning']> = {
  code?: Resolver<ResolversTypes['JobSourceWarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurrences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JobStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobStats'] = ResolversParentTypes['JobStats']> = {
  groups?: Resolver<ReadonlyArray<ResolversTypes['JobStatsGroup']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['JobPeriod'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['JobStatsGroup'], ParentType, ContextType>;
};

export type JobStatsGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobStatsGroup'] = ResolversParentTypes['JobStatsGroup']> = {
  completionRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['JobStatusCounts']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JobDataStats']>, ParentType, ContextType>;
  durations?: Resolver<Maybe<ResolversTypes['JobDurationStats']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['JobStatsKey'], ParentType, ContextType>;
  objects?: Resolver<Maybe<ResolversTypes['JobObjectStats']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['JobCountPrecision'], ParentType, ContextType>;
  successRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type JobStatsKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobStatsKey'] = ResolversParentTypes['JobStatsKey']> = {
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['BackupProduct']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['JobSource']>, ParentType, ContextType>;
  stretch?: Resolver<Maybe<ResolversTypes['JobStretch']>, ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export type JobStatusCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobStatusCounts'] = ResolversParentTypes['JobStatusCounts']> = {
  failed?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  running?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  stopped?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  succeeded?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type JobStretchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobStretch'] = ResolversParentTypes['JobStretch']> = {
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type JobTenantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobTenant'] = ResolversParentTypes['JobTenant'], FederationReferenceType extends FederationReferenceTypes['JobTenant'] = FederationReferenceTypes['JobTenant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JobTenant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  externalIds?: Resolver<ReadonlyArray<ResolversTypes['JobTenantExternalId']>, ParentType, ContextType>;
  health?: Resolver<ResolversTypes['JobSourceHealthState'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['JobTenantLabel']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSource']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JobTenantExternalIdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobTenantExternalId'] = ResolversParentTypes['JobTenantExternalId']> = {
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type JobTenantLabelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobTenantLabel'] = ResolversParentTypes['JobTenantLabel']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type JobWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobWindow'] = ResolversParentTypes['JobWindow']> = {
  by?: Resolver<ResolversTypes['JobWindowBasis'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reach?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type JobWorkloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobWorkload'] = ResolversParentTypes['JobWorkload']> = {
  consecutiveFailures?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  consecutiveFailuresPrecision?: Resolver<ResolversTypes['JobCountPrecision'], ParentType, ContextType>;
  expectation?: Resolver<Maybe<ResolversTypes['JobExpectation']>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isLate?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isStale?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  latest?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  latestEnded?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  latestSuccess?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['JobOperation'], ParentType, ContextType>;
  runs?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  searchedFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['JobSource'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobWorkloadState'], ParentType, ContextType>;
  successAge?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  successAgeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  successEvidence?: Resolver<ResolversTypes['JobEvidence'], ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export type JobWorkloadConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobWorkloadConnection'] = ResolversParentTypes['JobWorkloadConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['JobWorkloadEdge']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['JobWorkloadGroup']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['JobWorkload']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['JobWindow'], ParentType, ContextType>;
};

export type JobWorkloadEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobWorkloadEdge'] = ResolversParentTypes['JobWorkloadEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['JobWorkload'], ParentType, ContextType>;
};

export type JobWorkloadGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobWorkloadGroup'] = ResolversParentTypes['JobWorkloadGroup']> = {
  breached?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  compliant?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  failing?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['JobStatsKey'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  silentSources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  undecided?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  worstSuccessAgeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type Microsoft365JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Microsoft365Job'] = ResolversParentTypes['Microsoft365Job'], FederationReferenceType extends FederationReferenceTypes['Microsoft365Job'] = FederationReferenceTypes['Microsoft365Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Microsoft365Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['JobCounts']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['JobDuration']>, ParentType, ContextType>;
  failures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JobFailure']>>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['BackupProduct'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['JobSource'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobStatus'], ParentType, ContextType>;
  upstreamStatus?: Resolver<ResolversTypes['UpstreamCode'], ParentType, ContextType>;
  upstreamType?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Microsoft365JobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Microsoft365JobConnection'] = ResolversParentTypes['Microsoft365JobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['Microsoft365JobEdge']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Microsoft365Job']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['JobWindow'], ParentType, ContextType>;
};

export type Microsoft365JobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Microsoft365JobEdge'] = ResolversParentTypes['Microsoft365JobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Microsoft365Job'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Dynamics365Job' | 'GoogleWorkspaceJob' | 'IaasPaasJob' | 'JobSource' | 'JobTenant' | 'Microsoft365Job' | 'SalesforceJob', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  dynamics365Jobs?: Resolver<Maybe<ResolversTypes['Dynamics365JobConnection']>, ParentType, ContextType, RequireFields<QueryDynamics365JobsArgs, 'orderBy'>>;
  findJobs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Job']>>, ParentType, ContextType, RequireFields<QueryFindJobsArgs, 'jobId'>>;
  googleWorkspaceJobs?: Resolver<Maybe<ResolversTypes['GoogleWorkspaceJobConnection']>, ParentType, ContextType, RequireFields<QueryGoogleWorkspaceJobsArgs, 'orderBy'>>;
  iaasPaasJobs?: Resolver<Maybe<ResolversTypes['IaasPaasJobConnection']>, ParentType, ContextType, RequireFields<QueryIaasPaasJobsArgs, 'orderBy'>>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<QueryJobArgs, 'id'>>;
  jobFailureDigest?: Resolver<Maybe<ResolversTypes['JobFailureDigest']>, ParentType, ContextType, Partial<QueryJobFailureDigestArgs>>;
  jobSources?: Resolver<ReadonlyArray<ResolversTypes['JobSource']>, ParentType, ContextType, Partial<QueryJobSourcesArgs>>;
  jobStats?: Resolver<Maybe<ResolversTypes['JobStats']>, ParentType, ContextType, RequireFields<QueryJobStatsArgs, 'orderBy'>>;
  jobTenants?: Resolver<ReadonlyArray<ResolversTypes['JobTenant']>, ParentType, ContextType, Partial<QueryJobTenantsArgs>>;
  jobWorkloads?: Resolver<Maybe<ResolversTypes['JobWorkloadConnection']>, ParentType, ContextType, RequireFields<QueryJobWorkloadsArgs, 'countPartialAsSuccess' | 'lookBack' | 'orderBy' | 'successNeedsObjects'>>;
  jobs?: Resolver<Maybe<ResolversTypes['JobConnection']>, ParentType, ContextType, RequireFields<QueryJobsArgs, 'orderBy'>>;
  jobsById?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Job']>>, ParentType, ContextType, RequireFields<QueryJobsByIdArgs, 'ids'>>;
  longestJobs?: Resolver<Maybe<ResolversTypes['JobRanking']>, ParentType, ContextType, Partial<QueryLongestJobsArgs>>;
  microsoft365Jobs?: Resolver<Maybe<ResolversTypes['Microsoft365JobConnection']>, ParentType, ContextType, RequireFields<QueryMicrosoft365JobsArgs, 'orderBy'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  salesforceJobs?: Resolver<Maybe<ResolversTypes['SalesforceJobConnection']>, ParentType, ContextType, RequireFields<QuerySalesforceJobsArgs, 'orderBy'>>;
  unusualJobs?: Resolver<Maybe<ResolversTypes['UnusualJobs']>, ParentType, ContextType, RequireFields<QueryUnusualJobsArgs, 'factor' | 'floor' | 'history' | 'minRuns'>>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SalesforceJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SalesforceJob'] = ResolversParentTypes['SalesforceJob'], FederationReferenceType extends FederationReferenceTypes['SalesforceJob'] = FederationReferenceTypes['SalesforceJob']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SalesforceJob']> | FederationReferenceType, FederationReferenceType, ContextType>;
  apiCalls?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['JobCounts']>, ParentType, ContextType>;
  dataSizeKilobytes?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['JobDuration']>, ParentType, ContextType>;
  failures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JobFailure']>>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  metadataCounts?: Resolver<Maybe<ResolversTypes['JobCounts']>, ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['BackupProduct'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  recordCounts?: Resolver<Maybe<ResolversTypes['JobCounts']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['JobSource'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobStatus'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['SalesforceJobType']>, ParentType, ContextType>;
  upstreamStatus?: Resolver<ResolversTypes['UpstreamCode'], ParentType, ContextType>;
  upstreamType?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SalesforceJobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SalesforceJobConnection'] = ResolversParentTypes['SalesforceJobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SalesforceJobEdge']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SalesforceJob']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['JobWindow'], ParentType, ContextType>;
};

export type SalesforceJobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SalesforceJobEdge'] = ResolversParentTypes['SalesforceJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SalesforceJob'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['JobOperation']>, ParentType, ContextType>;
  workload?: Resolver<Maybe<ResolversTypes['UpstreamCode']>, ParentType, ContextType>;
};

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type UnusualJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnusualJob'] = ResolversParentTypes['UnusualJob']> = {
  baseline?: Resolver<ResolversTypes['JobDurationBaseline'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['UnusualJobKind'], ParentType, ContextType>;
  ratio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UnusualJobsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnusualJobs'] = ResolversParentTypes['UnusualJobs']> = {
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UnusualJob']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['JobPeriod'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['JobSourceResult']>, ParentType, ContextType>;
  unjudged?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
};

export type UpstreamCodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpstreamCode'] = ResolversParentTypes['UpstreamCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isKnown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  Dynamics365Job?: Dynamics365JobResolvers<ContextType>;
  Dynamics365JobConnection?: Dynamics365JobConnectionResolvers<ContextType>;
  Dynamics365JobEdge?: Dynamics365JobEdgeResolvers<ContextType>;
  GoogleWorkspaceJob?: GoogleWorkspaceJobResolvers<ContextType>;
  GoogleWorkspaceJobConnection?: GoogleWorkspaceJobConnectionResolvers<ContextType>;
  GoogleWorkspaceJobEdge?: GoogleWorkspaceJobEdgeResolvers<ContextType>;
  IaasPaasJob?: IaasPaasJobResolvers<ContextType>;
  IaasPaasJobConnection?: IaasPaasJobConnectionResolvers<ContextType>;
  IaasPaasJobEdge?: IaasPaasJobEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Job?: JobResolvers<ContextType>;
  JobConnection?: JobConnectionResolvers<ContextType>;
  JobCounts?: JobCountsResolvers<ContextType>;
  JobDataStats?: JobDataStatsResolvers<ContextType>;
  JobDuration?: JobDurationResolvers<ContextType>;
  JobDurationBaseline?: JobDurationBaselineResolvers<ContextType>;
  JobDurationStats?: JobDurationStatsResolvers<ContextType>;
  JobEdge?: JobEdgeResolvers<ContextType>;
  JobExpectation?: JobExpectationResolvers<ContextType>;
  JobFailure?: JobFailureResolvers<ContextType>;
  JobFailureCause?: JobFailureCauseResolvers<ContextType>;
  JobFailureDigest?: JobFailureDigestResolvers<ContextType>;
  JobObjectStats?: JobObjectStatsResolvers<ContextType>;
  JobPeriod?: JobPeriodResolvers<ContextType>;
  JobRanking?: JobRankingResolvers<ContextType>;
  JobSource?: JobSourceResolvers<ContextType>;
  JobSourceCapabilities?: JobSourceCapabilitiesResolvers<ContextType>;
  JobSourceError?: JobSourceErrorResolvers<ContextType>;
  JobSourceHealth?: JobSourceHealthResolvers<ContextType>;
  JobSourceResult?: JobSourceResultResolvers<ContextType>;
  JobSourceWarning?: JobSourceWarningResolvers<ContextType>;
  JobStats?: JobStatsResolvers<ContextType>;
  JobStatsGroup?: JobStatsGroupResolvers<ContextType>;
  JobStatsKey?: JobStatsKeyResolvers<ContextType>;
  JobStatusCounts?: JobStatusCountsResolvers<ContextType>;
  JobStretch?: JobStretchResolvers<ContextType>;
  JobTenant?: JobTenantResolvers<ContextType>;
  JobTenantExternalId?: JobTenantExternalIdResolvers<ContextType>;
  JobTenantLabel?: JobTenantLabelResolvers<ContextType>;
  JobWindow?: JobWindowResolvers<ContextType>;
  JobWorkload?: JobWorkloadResolvers<ContextType>;
  JobWorkloadConnection?: JobWorkloadConnectionResolvers<ContextType>;
  JobWorkloadEdge?: JobWorkloadEdgeResolvers<ContextType>;
  JobWorkloadGroup?: JobWorkloadGroupResolvers<ContextType>;
  Microsoft365Job?: Microsoft365JobResolvers<ContextType>;
  Microsoft365JobConnection?: Microsoft365JobConnectionResolvers<ContextType>;
  Microsoft365JobEdge?: Microsoft365JobEdgeResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  SalesforceJob?: SalesforceJobResolvers<ContextType>;
  SalesforceJobConnection?: SalesforceJobConnectionResolvers<ContextType>;
  SalesforceJobEdge?: SalesforceJobEdgeResolvers<ContextType>;
  TimeZone?: GraphQLScalarType;
  UnusualJob?: UnusualJobResolvers<ContextType>;
  UnusualJobs?: UnusualJobsResolvers<ContextType>;
  UpstreamCode?: UpstreamCodeResolvers<ContextType>;
};

