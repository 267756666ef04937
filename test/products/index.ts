import type { ProductName } from '../../simulator/index.js';
import { dynamics365 } from './dynamics-365.js';
import { googleWorkspace } from './google-workspace.js';
import { iaasPaas } from './iaas-paas.js';
import { microsoft365 } from './microsoft-365.js';
import type { Endpoint, Product } from './product.js';
import { salesforce } from './salesforce.js';

export type { Codes, Filter, Product, TypeTable } from './product.js';

/** The registry, in the order of lists. A new product is one more line here, and inherits every suite that runs over it. */
export const products: readonly Product[] = [googleWorkspace, iaasPaas, microsoft365, salesforce, dynamics365];

/** One endpoint as a source is read through it, with all that is known of its product. */
export interface Seat extends Omit<Product, 'name' | 'endpoints'>, Endpoint {
  /** Product and endpoint, as in settings. */
  readonly name: string;
  readonly product: ProductName;
  /** `JobSource.id` in a server without settings of its own. */
  readonly sourceId: string;
  /** Settings that choose the endpoint. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The prefix of a product's settings and its value of `BackupProduct` are alike. */
export const enumOf = (product: ProductName): string => product.toUpperCase().replaceAll('-', '_');

function seatsIn({ endpoints, ...product }: Product): Seat[] {
  return endpoints.map((endpoint, index) => ({
    ...product,
    ...endpoint,
    name: `${product.name}/${endpoint.name}`,
    product: product.name,
    sourceId: `default/us/${product.name}`,
    environment: index === 0 ? {} : { [`AVEPOINT_${enumOf(product.name)}_ENDPOINT`]: endpoint.name },
  }));
}

export const seats: readonly Seat[] = products.flatMap(seatsIn);

/** Every product once: as it is read without settings, and through its older endpoint where it has one. */
export const currentSeats: readonly Seat[] = products.flatMap(({ name }) => seatsOf(name).slice(0, 1));
export const olderSeats: readonly Seat[] = products.flatMap(({ name }) => seatsOf(name).slice(-1));

/** The endpoints of one product. */
export function seatsOf(product: ProductName): Seat[] {
  return seats.filter((seat) => seat.product === product);
}

/** What only one endpoint is known for is tested through its name. */
export function seatOf(name: string): Seat {
  const seat = seats.find((one) => one.name === name);
  if (seat === undefined) throw new Error(`${name} is no seat.`);
  return seat;
}

export function productOf(name: ProductName): Product {
  const product = products.find((one) => one.name === name);
  if (product === undefined) throw new Error(`${name} is not in the tests' registry.`);
  return product;
}

/** The code of a job that runs. */
export function runningOf({ name, statuses }: { readonly name: string; readonly statuses: Product['statuses'] }): number {
  const [code] = Object.entries(statuses).find(([, status]) => status === 'RUNNING') ?? [];
  if (code === undefined) throw new Error(`No job of ${name} runs.`);
  return Number(code);
}

/** Settings of a server that reads all of these, and nothing else. */
export function environmentOf(...all: readonly Seat[]): Record<string, string> {
  return Object.assign({}, ...all.map(({ environment }) => environment), { AVEPOINT_PRODUCTS: all.map(({ product }) => product).join(',') }) as Record<string, string>;
}

/** Also what is not read unless it is named. */
export const everyProduct = { AVEPOINT_PRODUCTS: products.map(({ name }) => name).join(',') };

/** First pages of a list of all products: a call for each, and for all of them. */
export const firstCalls = eachProduct(({ endpoints: [{ lists }] }) => lists);
export const allFirstCalls = Object.values(firstCalls).reduce((sum, calls) => sum + calls);

/** Of the eight connections, what one source may take: it leaves one for each of the others. */
export const connectionsOfOne = 8 - (products.length - 1);

/** The setting that says what a product's time filter is about. */
export const timeFilterOf = (product: ProductName, about: string): Record<string, string> => ({ [`AVEPOINT_${enumOf(product)}_TIME_FILTER`]: about });

/** The same for every product, by what a test says of each. */
export function eachProduct<T>(of: (product: Product) => T): Record<ProductName, T> {
  return Object.fromEntries(products.map((product) => [product.name, of(product)])) as Record<ProductName, T>;
}
