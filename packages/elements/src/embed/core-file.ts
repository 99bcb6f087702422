/** The file of the shared core, beside the elements' own. The build fills it in; empty where nothing was built. */
export const coreFile: string = '';
/** What the names of the files of words end in, all alike: `words-bookings-de-<hash>.js`. */
export const wordsHash: string = '';
