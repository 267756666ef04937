/** What another subgraph, here called crm, cannot have; what composition says to it; and how it can be had nevertheless. */
export interface Collision {
  readonly title: string;
  readonly sdl: string;
  /** A line of what composition says, as docs/federation.md shows it. */
  readonly message: string;
  readonly wayOut: string;
}

export const FEDERATION_2 = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@interfaceObject", "@override"])';

const CONNECTION = 'type Query { customers: CustomerConnection! } type CustomerConnection { pageInfo: PageInfo! }';
const OPENINGS = 'type Query { openings: [Opening!]! }';

export const collisions: readonly Collision[] = [
  {
    title: 'a type `Job`',
    sdl: 'type Query { openings: [Job!]! } type Job @key(fields: "id") { id: ID! title: String! }',
    message: 'Cannot implement non-interface type Job (of type ObjectType)',
    wayOut: 'type Query { openings: [Job!]! } type Job @interfaceObject @key(fields: "id") { id: ID! title: String }',
  },
  {
    title: 'an interface `Job`',
    sdl: 'type Query { openings: [Job!]! } interface Job { title: String! } type Opening implements Job { title: String! }',
    message:
      '[jobs] Interface type "Job" has a resolvable key (@key(fields: "id")) in subgraph "jobs" but that subgraph is missing some of the supergraph implementation types of "Job". Subgraph "jobs" should define type "Opening" (and have it implement "Job").',
    wayOut: `${OPENINGS} interface Vacancy { title: String! } type Opening implements Vacancy { title: String! }`,
  },
  {
    title: '`Query.job`',
    sdl: 'type Query { job(id: ID!): Job } type Job @interfaceObject @key(fields: "id") { id: ID! }',
    message: 'Non-shareable field "Query.job" is resolved from multiple subgraphs: it is resolved from subgraphs "crm" and "jobs" and defined as non-shareable in all of them',
    wayOut: 'type Query { job(id: ID!): Job @override(from: "jobs") } type Job @interfaceObject @key(fields: "id") { id: ID! }',
  },
  {
    title: 'a `PageInfo` that is not shareable',
    sdl: `${CONNECTION} type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`,
    message: 'Non-shareable field "PageInfo.hasNextPage" is resolved from multiple subgraphs: it is resolved from subgraphs "crm" and "jobs" and defined as non-shareable in subgraph "crm"',
    wayOut: `${CONNECTION} type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`,
  },
  {
    title: 'a `PageInfo` with another field',
    sdl: `${CONNECTION} type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String total: Int }`,
    message: 'cannot move to subgraph "crm", which has field "PageInfo.total", because type "PageInfo" has no @key defined in subgraph "crm".',
    wayOut: 'type Query { customers: CustomerConnection! } type CustomerConnection { pageInfo: CustomerPageInfo! } type CustomerPageInfo { hasNextPage: Boolean! total: Int }',
  },
  {
    title: 'a `PageInfo` without one of the four',
    sdl: `${CONNECTION} type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! endCursor: String }`,
    message: 'cannot move to subgraph "jobs", which has field "PageInfo.startCursor", because type "PageInfo" has no @key defined in subgraph "jobs".',
    wayOut: `${CONNECTION} type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`,
  },
  {
    title: 'a `PageInfo` with cursors of another type',
    sdl: `${CONNECTION} type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: ID endCursor: ID }`,
    message: 'Type of field "PageInfo.endCursor" is incompatible across subgraphs: it has type "ID" in subgraph "crm" but type "String" in subgraph "jobs"',
    wayOut: `${CONNECTION} type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String! }`,
  },
  {
    title: 'a `Node` with another field',
    sdl: 'type Query { node(id: ID!): Node } interface Node { id: ID! createdAt: String } type Customer implements Node { id: ID! createdAt: String }',
    message: 'Interface field "Node.createdAt" is declared in subgraph "crm" but type "Job", which implements "Node" only in subgraph "jobs" does not have field "createdAt".',
    wayOut:
      'type Query { node(id: ID!): Node } interface Node { id: ID! } interface Dated { createdAt: String } type Customer implements Node & Dated { id: ID! createdAt: String }',
  },
  {
    title: 'an enum `JobStatus`',
    sdl: `${OPENINGS} type Opening { status: JobStatus! } enum JobStatus { OPEN CLOSED }`,
    message:
      'Enum type "JobStatus" is used as both input type (for example, as type of "JobFilter.statuses") and output type (for example, as type of "Job.status"), but value "OPEN" is not defined in all the subgraphs defining "JobStatus": "OPEN" is defined in subgraph "crm" but not in subgraph "jobs"',
    wayOut: `${OPENINGS} type Opening { status: OpeningStatus! } enum OpeningStatus { OPEN CLOSED }`,
  },
  {
    title: 'an input `JobFilter`',
    sdl: 'type Query { openings(filter: JobFilter): [Opening!]! } type Opening { title: String } input JobFilter { title: String }',
    message:
      'None of the fields of input object type "JobFilter" are consistently defined in all the subgraphs defining that type. As only fields common to all subgraphs are merged, this would result in an empty type.',
    wayOut: 'type Query { openings(filter: OpeningFilter): [Opening!]! } type Opening { title: String } input OpeningFilter { title: String }',
  },
  {
    title: 'a type `JobSource` without a key',
    sdl: 'type Query { boards: [JobSource!]! } type JobSource { name: String! }',
    message: 'cannot move to subgraph "crm", which has field "JobSource.name", because type "JobSource" has no @key defined in subgraph "crm".',
    wayOut: 'type Query { boards: [JobSource!]! } type JobSource @key(fields: "id") { id: ID! name: String }',
  },
  {
    title: 'a type `Duration`',
    sdl: 'type Query { shift: Duration } type Duration { hours: Int! }',
    message: 'Type "Duration" has mismatched kind: it is defined as Object Type in subgraph "crm" but Scalar Type in subgraph "jobs"',
    wayOut: 'type Query { shift: Duration } scalar Duration',
  },
];
