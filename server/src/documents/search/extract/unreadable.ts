export type Why = 'unknown_kind' | 'locked' | 'no_text' | 'pictures' | 'damaged' | 'too_large' | 'too_costly';

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
  unknown_kind: 'Text is read from PDF, pictures (JPEG, PNG, WebP), Word (.docx), Excel (.xlsx), OpenDocument and plain text files.',
  locked: 'It is locked with a password.',
  no_text: 'A picture without text: found by its name and notes only.',
  pictures: 'A picture: its words are being read.',
  damaged: 'Its content cannot be read; it may be damaged.',
  too_large: 'It is too large to be read.',
  too_costly: 'Reading it took more time or memory than one file may.',
};
