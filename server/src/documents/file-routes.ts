import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { asDownload } from '../http/download.ts';
import { streamRoute, type DeclaredRoute } from '../http/route.ts';
import { openFile } from './open-file.ts';

const Bytes = z.string().meta({ format: 'binary' });

/** Content leaves only here, and only as an attachment that may run nothing. */
export function fileRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [streamRoute({
    method: 'get', path: '/v1/files/{token}', access: 'open', summary: 'A file, from a link that was given a moment ago', params: z.strictObject({ token: z.string().max(400) }), contentType: 'application/octet-stream',
  }, async (call) => {
    const { request, setHeader, setStatus } = call;
    const isLook = request.method === 'HEAD';
    const file = await openFile(deps, call.params.token, { range: isLook ? undefined : request.header('range'), ifRange: request.header('if-range'), isLook });
    const content = isLook ? new Blob([]).stream() : await file.content();
    setHeader('Content-Type', file.mediaType);
    setHeader('Accept-Ranges', 'bytes');
    setHeader('ETag', file.etag);
    if (file.range === 'all') setHeader('Content-Length', String(file.size));
    else {
      setStatus(206);
      setHeader('Content-Length', String(file.range.end - file.range.start));
      setHeader('Content-Range', `bytes ${file.range.start}-${file.range.end - 1}/${file.size}`);
    }
    return asDownload(call, file.name, content);
  }, Bytes)];
}
