import {
  type EvidenceType,
  type IctAsset,
  type Reason,
  type SettingsPage,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { listTargets } from '../../sources/collect/listTargets';
import type { SourceKinds } from '../../sources/silence/sourceState';

/** Where an asset's repositories and pipelines set what a type of evidence reports. */
export function findSettingsPages(
  { pages }: Pick<SourceKinds, 'pages'>,
  asset: IctAsset,
  type: EvidenceType,
): SettingsPage[] {
  return listTargets(asset).flatMap(target => {
    const uri = webLink(pages?.settings(target, type));
    return uri ? [{ target: target.uri, uri }] : [];
  });
}

/**
 * The page of the commit that a reason names. An asset of several repositories has
 * none: the reason does not say in which of them the commit is.
 */
export function findCommitPage(
  sources: ReadonlyMap<string, SourceKinds>,
  { repositories }: Pick<IctAsset, 'repositories'>,
  { params }: Reason,
): string | undefined {
  const commit = String(params.commit ?? '');
  const [repository, ...others] = repositories;
  if (!repository || others.length > 0 || !/^[0-9a-f]{7,64}$/i.test(commit)) {
    return undefined;
  }
  for (const { pages } of sources.values()) {
    const uri = webLink(pages?.commit?.(repository, commit));
    if (uri) {
      return uri;
    }
  }
  return undefined;
}
