/** The file of the shared core, beside the elements' own. The build fills it in; empty where nothing was built. */
export const coreFile: string = '';
