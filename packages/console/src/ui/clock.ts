let read = (): number => Date.now();

/** Now, in milliseconds. One place, so that tests and screenshots can stop it. */
export const now = (): number => read();

export function stopClockAt(instant: string): void {
  const stopped = Date.parse(instant);
  read = () => stopped;
}
