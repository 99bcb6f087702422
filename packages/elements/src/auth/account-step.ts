export type AccountSection = 'email' | 'password' | 'totp';

/** Where the panel is: one thing at a time. */
export type AccountStep =
  | { readonly kind: 'closed' }
  /** The section's own question. */
  | { readonly kind: 'asking'; readonly section: AccountSection }
  /** A sensitive act waits for a proof that the person is here now. */
  | { readonly kind: 'proof'; readonly section: AccountSection; readonly by: 'password' | 'code' }
  | { readonly kind: 'recovery-codes'; readonly section: 'totp'; readonly codes: readonly string[] };
export type AccountField = 'email' | 'password' | 'code' | 'proof';
export type AccountValues = Readonly<Record<AccountField, string>>;
export type AccountErrors = Readonly<Partial<Record<AccountField, string>>>;
