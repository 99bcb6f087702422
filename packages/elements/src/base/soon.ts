/** People see a wait from here on, in milliseconds. */
const unseen = 150;

/** Comes with the work, and no later than anybody would see that it is missing. */
export const soon = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work.catch(() => undefined), new Promise((come) => { setTimeout(come, unseen); })]);
