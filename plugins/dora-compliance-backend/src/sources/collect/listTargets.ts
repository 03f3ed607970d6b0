import {
  type IctAsset,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectionTarget } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The targets of an asset, as the catalog writes them. */
export function listTargets(asset: IctAsset): CollectionTarget[] {
  const urn = asset.declared.pipeline?.urn;
  return [
    ...asset.repositories.map(uri => ({ kind: 'repository' as const, uri })),
    ...(urn ? [{ kind: 'pipeline' as const, uri: urn }] : []),
  ];
}

/** The key under which evidence on a target is found. */
export function targetKey({ kind, uri }: CollectionTarget): string {
  return subjectKey({ kind, uri });
}
