import { products, type ProductModule } from '../products/index.js';

/** In the order of their sources. */
export const modules: readonly ProductModule[] = Object.values(products);

/** Whether a product is read. `wanted`: those that a setting names; of the simulator's data none needs to be asked for. */
export function isRead({ name, isOptIn = false }: Pick<ProductModule, 'name' | 'isOptIn'>, wanted: readonly string[] | undefined, isSimulated: boolean): boolean {
  return wanted === undefined ? isSimulated || !isOptIn : wanted.includes(name);
}
