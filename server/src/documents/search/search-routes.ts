import { SearchQuery, SearchResults } from '@portico/contract/documents/search.ts';
import type { Deps } from '../../deps.ts';
import { route, type DeclaredRoute } from '../../http/route.ts';
import { searchDocuments, searchOwnDocuments } from './search-documents.ts';

export const searchRoutes = (deps: Deps): readonly DeclaredRoute[] => [
  route({ method: 'get', path: '/v1/document-search', access: 'client', summary: 'Own documents by what is in them', query: SearchQuery, output: SearchResults }, ({ scope, query }) => searchOwnDocuments(deps, scope, query)),
  route({ method: 'get', path: '/v1/console/document-search', access: 'member', summary: 'Documents by what is in them', query: SearchQuery, output: SearchResults }, ({ scope, query }) => searchDocuments(deps, scope, query)),
];
