/** Words that every element needs. */
export const baseMessages = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  failed: 'This could not be loaded.',
  offline: 'There is no connection at the moment.',
  broken: 'This part of the page is not working. Please reload the page.',
  noBusiness: 'This part of the page is not set up yet. Add data-business to the script, or business to this tag.',
  close: 'Close',
} as const;

export type BaseMessage = keyof typeof baseMessages;
