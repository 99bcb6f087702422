import type { z } from 'zod';
import type { Scope } from '../domain/scope.ts';
import { shapeOf } from '../domain/shape.ts';
import type { WriteDb } from '../storage/store.ts';

/**
 * Who may call a route.
 * `open`: anybody, no business. `visitor`: anybody, on the business of the path, from a registered origin.
 * `client`: a signed-in contact (DPoP). `client_or_link`: also a guest with a booking link. The rest: staff, by rank.
 */
export type Access = 'open' | 'visitor' | 'client' | 'client_or_link' | 'member' | 'admin' | 'owner';

/** Which bucket limits it; see rate-limits.ts. */
export type RateClass = 'read' | 'write' | 'upload' | 'book' | 'sign_in' | 'mail' | 'heavy' | 'draw';

type Shape = z.ZodType | undefined;
type Out<Schema extends Shape> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface RouteSpec<Params extends Shape, Query extends Shape, Body extends Shape, Output extends z.ZodType> {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** OpenAPI form: `/v1/bookings/{id}`. */
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Answers leave through it only: what it does not name is dropped. */
  readonly output: Output;
  readonly status?: 200 | 201 | 202;
  /** A proof that the person is there, minutes old. */
  readonly fresh?: true;
  /** Open to somebody who still has to add the authenticator app that the owner requires: what that takes, and leaving. */
  readonly settingUp?: true;
  readonly rate?: RateClass;
  /** Bytes; 64 kB unless told. */
  readonly maxBody?: number;
  /** May be kept by browsers and proxies for a moment; only for public reads. */
  readonly publicCache?: true;
}

/** What a handler gets. Everything in it is checked. */
export interface Call<Params extends Shape = undefined, Query extends Shape = undefined, Body extends Shape = undefined> {
  readonly scope: Scope;
  readonly params: Out<Params>;
  readonly query: Out<Query>;
  readonly body: Out<Body>;
  /** The body as it came, for signatures over it; empty for a GET. */
  readonly text: string;
  readonly request: RequestFacts;
  /** Adds a header to the answer. */
  setHeader(name: string, value: string): void;
}

/** What the handler of an upload gets: bytes as they come, instead of JSON. */
export interface UploadCall<Params extends Shape = undefined> extends Call<Params> {
  /** Asked once it is known that they are welcome. Throws `unsupported_type`. */
  bytes(): ReadableStream<Uint8Array>;
}

/** What the handler of a stream gets. */
export interface StreamCall<Params extends Shape = undefined, Query extends Shape = undefined> extends Call<Params, Query> {
  /** 200 unless told. */
  setStatus(status: 200 | 206): void;
}

export interface RequestFacts {
  readonly method: string;
  /** Without query, as the client addressed it: what a DPoP proof names. */
  readonly url: string;
  readonly origin: string | undefined;
  readonly address: string;
  readonly requestId: string;
  header(name: string): string | undefined;
  /** Aborts when the caller is gone. */
  readonly signal: AbortSignal;
}

/** A route as the application mounts it. Only `route`, `writeRoute`, `streamRoute` and `uploadRoute` make one. */
export interface DeclaredRoute {
  readonly spec: RouteSpec<Shape, Shape, Shape, z.ZodType>;
  readonly kind: 'read' | 'write' | 'stream' | 'upload';
  readonly idempotent: boolean;
  readonly contentType: string;
  /** Answers the result as it may leave: what the output schema does not name is dropped, what does not fit it fails. */
  readonly shape: (result: unknown) => unknown;
  readonly handle: (call: Call<z.ZodType, z.ZodType, z.ZodType>, tx: WriteDb | undefined) => Promise<unknown>;
}

/** Declares a route that manages its own reads and writes. */
export function route<Params extends Shape = undefined, Query extends Shape = undefined, Body extends Shape = undefined, Output extends z.ZodType = z.ZodType>(
  spec: RouteSpec<Params, Query, Body, Output>,
  handle: (call: Call<Params, Query, Body>) => Promise<z.input<Output>>,
): DeclaredRoute {
  return declared(spec, 'read', false, handle);
}

/**
 * Declares a route whose whole work is one transaction: it happens entirely or not at all. With `idempotent` the
 * answer is kept in the same transaction, so a repeated request repeats nothing (draft-ietf-httpapi-idempotency-key).
 */
export function writeRoute<Params extends Shape = undefined, Query extends Shape = undefined, Body extends Shape = undefined, Output extends z.ZodType = z.ZodType>(
  spec: RouteSpec<Params, Query, Body, Output> & { readonly idempotent?: true },
  handle: (call: Call<Params, Query, Body>, tx: WriteDb) => Promise<z.input<Output>>,
): DeclaredRoute {
  return declared(spec, 'write', spec.idempotent === true, handle);
}

/** Declares a route that answers with text or a stream of its own content type. */
export function streamRoute<Params extends Shape = undefined, Query extends Shape = undefined>(
  spec: Omit<RouteSpec<Params, Query, undefined, z.ZodType>, 'output'> & { readonly contentType: string },
  handle: (call: StreamCall<Params, Query>) => Promise<string | ReadableStream<Uint8Array>>,
  text: z.ZodType,
): DeclaredRoute {
  return { ...declared({ ...spec, output: text }, 'stream', false, handle), contentType: spec.contentType };
}

/** What an upload's bytes are sent as (draft-ietf-httpbis-resumable-upload). */
export const partialUpload = 'application/partial-upload';

/** Declares a route that takes bytes as they come, however many, and manages its own reads and writes. */
export function uploadRoute<Params extends Shape = undefined, Output extends z.ZodType = z.ZodType>(
  spec: Omit<RouteSpec<Params, undefined, undefined, Output>, 'maxBody'>,
  handle: (call: UploadCall<Params>) => Promise<z.input<Output>>,
): DeclaredRoute {
  return declared(spec, 'upload', false, handle);
}

// The casts forget the schemas' types, which the functions above have checked against the handler.
function declared(spec: object, kind: DeclaredRoute['kind'], idempotent: boolean, handle: unknown): DeclaredRoute {
  const known = spec as DeclaredRoute['spec'];
  return Object.freeze({ spec: known, kind, idempotent, contentType: 'application/json', shape: shapeOf(known.output), handle: handle as DeclaredRoute['handle'] });
}
