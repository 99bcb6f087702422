/** What documents are sorted into, for good. Free of zod: pages import it. */
export const documentCategories = ['contracts', 'invoices', 'deliverables', 'reports', 'correspondence'] as const;
export type DocumentCategory = (typeof documentCategories)[number];

/** What a contact may do with a document; each includes the ones before it. Taking it away is asked beside. */
export const accessLevels = ['none', 'view', 'comment', 'edit'] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** `quarantined`: not looked at for viruses yet. `refused`: something was found. */
export const versionStates = ['quarantined', 'available', 'refused'] as const;
export type VersionState = (typeof versionStates)[number];

/** `returned`: what came was not what was meant, and it is asked for again. */
export const requestStates = ['open', 'returned', 'submitted', 'accepted', 'cancelled'] as const;
export type RequestState = (typeof requestStates)[number];

/** Bytes are taken in whole pieces of this size, except the last: a page that sends multiples of it sends nothing twice. */
export const uploadStep = 65_536;

/** `withdrawn`: the business does not ask any more. */
export const reviewStates = ['waiting', 'approved', 'changes_requested', 'withdrawn'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** How wide the picture of a page may be asked for, in pixels. */
export const pictureWidths = [480, 960, 1600] as const;
