import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { MissingFile } from './file-store.ts';

export interface S3Settings {
  /** Bucket and perhaps a folder: `https://s3.example.com/bucket/folder`. */
  readonly url: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Behind the bucket's address; the folder's own where it is empty. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
}

/** A store's refusal: what the job that asked will show. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
}

const patienceMs = 120_000;
const tries = 4;

/** One request, signed with all of its body (Signature Version 4), again after a failure of theirs. Throws `MissingFile`. */
export function s3Requests({ url, region, accessKey, secretKey }: S3Settings): (request: S3Request) => Promise<Response> {
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: tries - 1 });
  return async ({ method, path, query = {}, headers = {}, body }) => {
    const search = new URLSearchParams(query).toString();
    const answer = await client.fetch(`${url}${path}${search && `?${search}`}`, {
      method, headers: { ...headers, 'X-Amz-Content-Sha256': createHash('sha256').update(body ?? '').digest('hex') }, ...(body !== undefined && { body }), redirect: 'error', signal: AbortSignal.timeout(patienceMs),
    }).catch((error: unknown) => { throw new S3Error(`the store cannot be reached: ${error instanceof Error ? error.message : 'no reason'}`); });
    if (answer.ok) return answer;
    const text = await answer.text();
    if (answer.status === 404 && method !== 'POST') throw new MissingFile('the store does not have it');
    throw new S3Error(`the store answered ${answer.status} ${tagOf(text, 'Code') ?? ''} ${tagOf(text, 'Message') ?? ''}`.trimEnd());
  };
}

/** What stands in the first tag of this name. */
export const tagOf = (xml: string, tag: string): string | undefined => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
/** What stands in each tag of this name, tags inside included. */
export const tagsOf = (xml: string, tag: string): string[] => [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, inside = '']) => inside);
