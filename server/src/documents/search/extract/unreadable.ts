export type Why = 'unknown_kind' | 'locked' | 'no_text' | 'damaged' | 'too_large' | 'too_costly';

/** The text of a file is not to be had. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly why: Why;
  constructor(why: Why) {
    super(why);
    this.why = why;
  }
}

export const wordsFor: Readonly<Record<Why, string>> = {
  unknown_kind: 'Text is read from PDF, Word (.docx), Excel (.xlsx), OpenDocument and plain text files.',
  locked: 'It is locked with a password.',
  no_text: 'There is no text in it; perhaps it is a scan or a picture.',
  damaged: 'Its content cannot be read; it may be damaged.',
  too_large: 'It is too large to be read.',
  too_costly: 'Reading it took more time or memory than one file may.',
};
