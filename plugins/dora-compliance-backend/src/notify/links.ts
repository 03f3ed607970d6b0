import { parseEntityRef } from '@backstage/catalog-model';

/** The Compliance tab of an asset, with a control if one is named. */
export function linkAsset(entityRef: string, controlId?: string): string {
  const tab = `${linkEntity(entityRef)}/compliance`;
  return controlId ? `${tab}?control=${encodeURIComponent(controlId)}` : tab;
}

/** The scorecard of an owner; undefined for a user, who has none. */
export function linkScorecard(ownerRef: string): string | undefined {
  return parseEntityRef(ownerRef).kind.toLowerCase() === 'group'
    ? `${linkEntity(ownerRef)}/scorecard`
    : undefined;
}

/** The page of an entity where the catalog plugin places it by default. */
function linkEntity(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [namespace, kind, name].map(part => encodeURIComponent(part));
  return `/catalog/${parts.join('/')}`;
}
