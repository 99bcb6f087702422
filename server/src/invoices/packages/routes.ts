import { AddPackageProductInput, BuyPackageInput, ChangePackageProductInput, ClientPackage, ClientPackageList, CorrectPackageInput, EndPackageInput, ExtendPackageInput, PackageProduct, PackageProductList, PackageShop, PackageShopQuery } from '@portico/contract/invoices/packages.ts';
import { Id } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../../http/route.ts';
import { correctPackage, endPackage, extendPackage } from './change-package.ts';
import { addProduct, changeProduct, listProducts } from './products.ts';
import { listPackagesOf, readShop } from './read-packages.ts';
import { buyPackage, sellPackage } from './sell-package.ts';

const ById = z.strictObject({ id: Id });

export function packageRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/packages', access: 'client', summary: 'Packages of sessions: own, and on offer', query: PackageShopQuery, output: PackageShop }, ({ scope, query }) => readShop(deps, scope, query.lang)),
    writeRoute({ method: 'post', path: '/v1/packages', access: 'client', summary: 'Order a package; paying its invoice makes it usable', body: BuyPackageInput, output: ClientPackage, status: 201, rate: 'book', idempotent: true }, ({ scope, body }, tx) => buyPackage(deps, tx, scope, body)),
    route({ method: 'get', path: '/v1/console/packages', access: 'member', summary: 'Packages on offer', output: PackageProductList }, ({ scope }) => deps.store.read((db) => listProducts(db, scope))),
    writeRoute({ method: 'post', path: '/v1/console/packages', access: 'admin', summary: 'Offer a package', body: AddPackageProductInput, output: PackageProduct, status: 201, idempotent: true }, ({ scope, body }, tx) => addProduct(deps, tx, scope, body)),
    writeRoute({ method: 'patch', path: '/v1/console/packages/{id}', access: 'admin', summary: 'Change or archive an offer', params: ById, body: ChangePackageProductInput, output: PackageProduct }, ({ scope, params, body }, tx) => changeProduct(deps, tx, scope, params.id, body)),
    route({ method: 'get', path: '/v1/console/clients/{id}/packages', access: 'member', summary: 'A client\'s packages', params: ById, output: ClientPackageList }, ({ scope, params }) => listPackagesOf(deps, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/console/clients/{id}/packages', access: 'member', summary: 'Sell a client a package', params: ById, body: BuyPackageInput, output: ClientPackage, status: 201, idempotent: true }, ({ scope, params, body }, tx) => sellPackage(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/client-packages/{id}/correct', access: 'member', summary: 'Give or take sessions by hand', params: ById, body: CorrectPackageInput, output: ClientPackage, idempotent: true }, ({ scope, params, body }, tx) => correctPackage(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/client-packages/{id}/extend', access: 'member', summary: 'Give a package another last day', params: ById, body: ExtendPackageInput, output: ClientPackage, idempotent: true }, ({ scope, params, body }, tx) => extendPackage(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/client-packages/{id}/end', access: 'admin', summary: 'End a package', params: ById, body: EndPackageInput, output: ClientPackage, idempotent: true }, ({ scope, params, body }, tx) => endPackage(deps, tx, scope, params.id, body)),
  ];
}
