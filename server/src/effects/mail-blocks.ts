/** What a mail says, before it is HTML or text. Words come from the caller, in the reader's language. */

export interface MailLink {
  readonly label: string;
  readonly url: string;
}

export interface MailFact {
  readonly label: string;
  readonly value: string;
  readonly url?: string;
}

export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** When / With / Where / Price. */
  | { readonly kind: 'facts'; readonly facts: readonly MailFact[] }
  /** The one next step; at most one in a mail. */
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  | { readonly kind: 'links'; readonly links: readonly MailLink[] }
  /** A code to type or paste: `482 913`. */
  | { readonly kind: 'code'; readonly code: string }
  /** What another person wrote. */
  | { readonly kind: 'quote'; readonly text: string }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: string };

export interface MailBusiness {
  readonly name: string;
  readonly logoUrl?: string;
  /** Hex; anything else is ignored. */
  readonly accent?: string;
  readonly address?: string;
  readonly url?: string;
}

export interface MailLetter {
  readonly business: MailBusiness;
  readonly lang: string;
  /** The line that inboxes show after the subject. */
  readonly preheader: string;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  /** Why you get this mail. */
  readonly why: string;
  /** Preferences, unsubscribe. */
  readonly footerLinks?: readonly MailLink[];
}
