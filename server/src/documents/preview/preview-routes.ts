import { PictureQuery, Preview, PreviewQuery } from '@portico/contract/documents/preview.ts';
import { Id } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { route, streamRoute, type DeclaredRoute } from '../../http/route.ts';
import { readPicture, readPreview } from './read-preview.ts';

const ById = z.strictObject({ id: Id });
const Page = z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(200) });
const Bytes = z.string().meta({ format: 'binary' });

/** Pictures of pages, drawn here: a page of somebody else's website shows them without running anything of the file. */
export function previewRoutes(deps: Deps): readonly DeclaredRoute[] {
  return (['client', 'member'] as const).flatMap((access) => {
    const path = access === 'client' ? '/v1/documents/{id}/pages' as const : '/v1/console/documents/{id}/pages' as const;
    return [
      route({ method: 'get', path, access, summary: 'The pages of a document, with their words', params: ById, query: PreviewQuery, output: Preview, rate: 'draw' }, ({ scope, params, query }) => readPreview(deps, scope, params.id, query.version)),
      streamRoute({ method: 'get', path: `${path}/{number}`, access, summary: 'A picture of one page', params: Page, query: PictureQuery, contentType: 'image/webp', rate: 'draw' }, async ({ scope, params, query, setHeader }) => {
        const picture = await readPicture(deps, scope, params.id, params.number, query);
        setHeader('Content-Length', String(picture.length));
        return new Blob([new Uint8Array(picture)]).stream();
      }, Bytes),
    ];
  });
}
