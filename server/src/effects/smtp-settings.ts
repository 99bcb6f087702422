export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** `starttls` insists on it; `none` is for a server on the same machine. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user?: string;
  readonly password?: string;
  readonly timeouts?: {
    readonly connectionMs?: number;
    readonly greetingMs?: number;
    readonly socketMs?: number;
    /** For one mail in all. */
    readonly deadlineMs?: number;
  };
}

/**
 * From `smtps://user:password@host` (TLS, port 465) or `smtp://user:password@host` (STARTTLS, port 587).
 * A server on this machine (`smtp://localhost:1025`) may go without encryption.
 */
export function smtpSettings(address: string): SmtpSettings {
  const url = URL.parse(address);
  if (!url?.hostname || !['smtp:', 'smtps:'].includes(url.protocol)) {
    throw new Error('Use a mail server such as smtps://user:password@mail.example.com or smtp://localhost:1025.');
  }
  const isTls = url.protocol === 'smtps:';
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : isTls ? 465 : 587,
    security: isTls ? 'tls' : isLocal ? 'none' : 'starttls',
    ...(url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : {}),
  };
}
