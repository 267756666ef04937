/** Job types by service, the hidden ones of the vendor's specification included. */
const typesByService: readonly (readonly [service: number, types: readonly number[]])[] = [
  [1, [1, 2, 4, 16, 33, 20018]],
  [2, [34, 128, 256, 257]],
  [4, [512, 1024, 2048, 4096]],
  [32, [20000, 20001, 20002]],
  [64, [20003, 20004, 20005, 20006, 20007]],
  [128, [8, 32, 64, 8192, 16384, 30000, 30001, 30003]],
  [256, [20009, 20010]],
  [512, [20011, 20012, 20013]],
  [1024, [20014, 20015]],
  [2048, [20016, 20017]],
  [4096, [20019, 20020]],
  [8192, [20022, 20023, 20024, 20025]],
  [16384, [40000, 40001]],
  [20000, [60000, 60001]],
  [21000, [60010, 60011]],
  [23000, [70010, 70011, 70012]],
  [24000, [80000, 80010]],
  [25000, [60100, 60101]],
  [26000, [90110, 90120]],
  [27000, [90000, 90001, 90002]],
];

export const publishedTypes: readonly number[] = typesByService.flatMap(([, types]) => types);

export function serviceOf(type: number): number | null {
  return typesByService.find(([, types]) => types.includes(type))?.[0] ?? null;
}
