/**
 * Which part of the operations of a short soak has to be complete. A token that could not be had three times in a row, by chance, fails one
 * operation of each client: some 3 in 100. Without attempts after the first, 10 in 100 fail.
 */
export const LEAST_COMPLETE = 0.94;
