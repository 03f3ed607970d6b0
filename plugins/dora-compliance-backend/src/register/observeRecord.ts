import type {
  Predicate,
  ProviderDeclaration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RegisteredAsset } from './RegisterStore';

/** The record of an asset as evidence. */
export function observeRecord(
  of: RegisteredAsset,
  providers: ReadonlyMap<string, ProviderDeclaration>,
  uninventoriedPipelines: string[] | undefined,
): Predicate<'asset-record-observed'> {
  const { asset, criticality, missing, record } = of;
  const { declared, providerRef } = asset;
  const { lastReview, lastMajorChange, support, legacyAssessment, noProvider } =
    declared;
  return {
    entityRef: asset.entityRef,
    record,
    missing,
    problems: asset.problems,
    ...(uninventoriedPipelines && { uninventoriedPipelines }),
    ...(criticality.declared && { declared: criticality.declared }),
    ...(criticality.computed && { computed: criticality.computed }),
    ...(criticality.lowered && { lowered: criticality.lowered }),
    ...(lastReview && { lastReview }),
    ...(lastMajorChange && { lastMajorChange }),
    ...(support && { support }),
    ...(legacyAssessment && { legacyAssessment }),
    ...(noProvider && { noProvider }),
    ...(asset.providerFacts && { providerFacts: asset.providerFacts }),
    ...(providerRef && {
      provider: describeProvider(providerRef, providers.get(providerRef)),
    }),
  };
}

function describeProvider(
  entityRef: string,
  declared: ProviderDeclaration | undefined,
) {
  return {
    entityRef,
    registered: declared !== undefined,
    identified: Boolean(declared?.lei ?? declared?.euid),
    services: declared?.services ?? [],
    ...(declared?.contract && { contract: declared.contract }),
    ...(declared?.subcontractors && {
      subcontractors: declared.subcontractors.length,
    }),
  };
}
