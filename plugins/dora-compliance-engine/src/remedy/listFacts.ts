import type {
  Control,
  IctAsset,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RemedyFacts } from './Facts';

/** What the asset, the control and the reason say about who can act. */
export function listFacts(
  asset: Pick<IctAsset, 'ownerRef' | 'providerRef' | 'repositories'>,
  { code }: Pick<Control, 'code'>,
  { params }: Reason,
): RemedyFacts {
  const read = (name: string) =>
    params[name] ? String(params[name]) : undefined;
  return {
    owner: asset.ownerRef,
    repositories: asset.repositories,
    change: read('change'),
    control: code,
    environment: read('environment'),
    incident: read('incident'),
    person: read('person'),
    provider: read('provider') ?? asset.providerRef,
    source: read('source'),
  };
}
