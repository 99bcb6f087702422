import type { Deps } from '../deps.ts';
import type { DeclaredRoute } from '../http/route.ts';
// TEMPORARY, overwritten by the auth slice
export const authRoutes = (_deps: Deps): readonly DeclaredRoute[] => [];
