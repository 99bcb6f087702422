import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Secret } from './domain/secret.ts';

const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true');
const port = z.coerce.number().int().min(0).max(65_535);

const Environment = z.object({
  PORTICO_PORT: port.default(8787),
  PORTICO_HOST: z.string().default('127.0.0.1'),
  PORTICO_DEMO_PORT: port.default(8788),
  /** Where this server is reached from outside; everything in mails and snippets starts with it. */
  PORTICO_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORTICO_DATA: z.string().min(1).default('./.data'),
  PORTICO_DEMO: flag.default(false),
  PORTICO_SIGN_UP: z.enum(['open', 'closed']).optional(),
  /** At least 32 characters; left out: made once and kept in the data folder. */
  PORTICO_SECRET: z.string().min(32).optional(),
  /** `smtp://user:password@host:587`; left out: mails stay readable in the console. */
  PORTICO_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  PORTICO_MAIL_FROM: z.email().optional(),
  /** Another address than Stripe's own, for a stand-in. */
  PORTICO_STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORTICO_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  PORTICO_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Where files are kept; left out: the folder `files` in the data folder. */
  PORTICO_FILES: z.string().min(1).optional(),
  /** Seals the keys of the files. At least 32 characters; left out: made once and kept in the data folder, as `file-key`. */
  PORTICO_FILE_KEY: z.string().min(32).optional(),
  /** The one before, while keys still have to be sealed anew: at the next start. */
  PORTICO_FILE_KEY_BEFORE: z.string().min(32).optional(),
  PORTICO_FILE_MAX_MB: z.coerce.number().int().min(1).max(100_000).default(1024),
  /** For each business. */
  PORTICO_FILE_QUOTA_MB: z.coerce.number().int().min(1).max(1_000_000_000).default(51_200),
  /** An S3-compatible store: `https://s3.example.com/bucket`, perhaps with a folder behind. Left out: files stay on this disk. */
  PORTICO_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORTICO_S3_REGION: z.string().min(1).default('us-east-1'),
  PORTICO_S3_ACCESS_KEY: z.string().min(1).optional(),
  PORTICO_S3_SECRET_KEY: z.string().min(1).optional(),
  /** clamd: `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`. Left out: nobody looks for viruses, and the console says so. */
  PORTICO_CLAMD: z.string().regex(/^(tcp:\/\/[^/:]+:\d{1,5}|unix:\/.+)$/).optional(),
  PORTICO_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
});

const remedies: Readonly<Record<string, string>> = {
  PORTICO_PORT: 'a port number such as 8787',
  PORTICO_URL: 'the address people use, such as https://portal.example.com',
  PORTICO_SECRET: 'at least 32 random characters (openssl rand -hex 32)',
  PORTICO_SMTP_URL: 'an address such as smtp://user:password@mail.example.com:587',
  PORTICO_MAIL_FROM: 'an e-mail address such as hello@example.com',
  PORTICO_DEMO: '1 or 0',
  PORTICO_SIGN_UP: 'open or closed',
  PORTICO_FILE_KEY: 'at least 32 random characters (openssl rand -hex 32)',
  PORTICO_FILE_KEY_BEFORE: 'the file key that was in use until now',
  PORTICO_S3_URL: 'the address of the bucket, such as https://s3.example.com/bucket',
  PORTICO_CLAMD: 'tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl',
};

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** Its scheme, host and port. */
  readonly publicOrigin: string;
  readonly demoPort: number;
  readonly dataDir: string;
  readonly databasePath: string;
  readonly demo: boolean;
  readonly signUpOpen: boolean;
  readonly smtpUrl: Secret | undefined;
  readonly mailFrom: string;
  readonly stripeApiUrl: string | undefined;
  readonly trustedProxies: number;
  readonly logLevel: string;
  readonly rateLimits: boolean;
  readonly files: FileSettings;
  /** Keys for one purpose each, derived from the one secret. */
  readonly keys: { readonly access: Secret; readonly audit: Secret; readonly nonce: Secret; readonly codes: Secret; readonly seal: Secret };
}

export interface FileSettings {
  readonly folder: string;
  /** The present master key first; after it the one before, if there is one. */
  readonly masterKeys: readonly Secret[];
  readonly maxBytes: number;
  readonly quotaBytes: number;
  readonly s3: { readonly url: string; readonly region: string; readonly accessKey: string; readonly secretKey: Secret } | undefined;
  readonly clamd: string | undefined;
}

/** The machine's environment, for the composition roots; `overrides` win. */
export const machineEnvironment = (overrides: Readonly<Record<string, string>> = {}): Readonly<Record<string, string | undefined>> => ({ ...process.env, ...overrides });

/** Reads the environment once. Throws one sentence a person can act on for each wrong variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}: set it to ${remedies[name] ?? 'a valid value'} (${issue.message})`;
    });
    throw new Error(`Portico cannot start with this environment:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const dataDir = resolve(env.PORTICO_DATA);
  const publicUrl = (env.PORTICO_URL ?? `http://localhost:${env.PORTICO_PORT}`).replace(/\/+$/, '');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return Object.freeze({
    port: env.PORTICO_PORT,
    host: env.PORTICO_HOST,
    publicUrl,
    publicOrigin: new URL(publicUrl).origin,
    demoPort: env.PORTICO_DEMO_PORT,
    dataDir,
    databasePath: join(dataDir, 'portico.db'),
    demo: env.PORTICO_DEMO,
    signUpOpen: env.PORTICO_SIGN_UP ? env.PORTICO_SIGN_UP === 'open' : env.PORTICO_DEMO,
    smtpUrl: env.PORTICO_SMTP_URL ? new Secret(env.PORTICO_SMTP_URL) : undefined,
    mailFrom: env.PORTICO_MAIL_FROM ?? `portico@${new URL(publicUrl).hostname}`,
    stripeApiUrl: env.PORTICO_STRIPE_API_URL,
    trustedProxies: env.PORTICO_TRUSTED_PROXIES,
    logLevel: env.PORTICO_LOG,
    rateLimits: env.PORTICO_RATE_LIMITS === 'on',
    files: fileSettings(env, dataDir),
    keys: deriveKeys(env.PORTICO_SECRET ?? keptSecret(join(dataDir, 'secret'))),
  });
}

function deriveKeys(secret: string): Config['keys'] {
  const derive = (purpose: string): Secret => new Secret(createHmac('sha256', secret).update(`portico:${purpose}`).digest('base64url'));
  return { access: derive('access'), audit: derive('audit'), nonce: derive('nonce'), codes: derive('codes'), seal: derive('seal') };
}

function fileSettings(env: z.output<typeof Environment>, dataDir: string): FileSettings {
  const { PORTICO_S3_URL: url, PORTICO_S3_ACCESS_KEY: accessKey, PORTICO_S3_SECRET_KEY: secretKey } = env;
  if (url !== undefined && (accessKey === undefined || secretKey === undefined)) {
    throw new Error('Portico cannot start with this environment:\n  PORTICO_S3_URL: set PORTICO_S3_ACCESS_KEY and PORTICO_S3_SECRET_KEY with it');
  }
  return {
    folder: resolve(env.PORTICO_FILES ?? join(dataDir, 'files')),
    masterKeys: [env.PORTICO_FILE_KEY ?? keptSecret(join(dataDir, 'file-key')), ...(env.PORTICO_FILE_KEY_BEFORE === undefined ? [] : [env.PORTICO_FILE_KEY_BEFORE])].map((key) => new Secret(key)),
    maxBytes: env.PORTICO_FILE_MAX_MB * 1024 ** 2,
    quotaBytes: env.PORTICO_FILE_QUOTA_MB * 1024 ** 2,
    s3: url !== undefined && accessKey !== undefined && secretKey !== undefined ? { url: url.replace(/\/+$/, ''), region: env.PORTICO_S3_REGION, accessKey, secretKey: new Secret(secretKey) } : undefined,
    clamd: env.PORTICO_CLAMD,
  };
}

function keptSecret(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const secret = randomBytes(32).toString('hex');
  writeFileSync(path, secret, { mode: 0o600, flag: 'wx' });
  return secret;
}
