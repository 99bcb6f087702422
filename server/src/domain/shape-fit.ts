/** Answers the value as it leaves, or `unfit`. */
export type Fit = (value: unknown) => unknown;

export const unfit: unique symbol = Symbol('unfit');
