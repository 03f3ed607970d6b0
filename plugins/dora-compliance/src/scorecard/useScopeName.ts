import { parseEntityRef } from '@backstage/catalog-model';
import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import { NONE, type ScorecardScope } from './ScorecardScope';

/** Names a part of the organization. */
export function useScopeName(): (
  scope: ScorecardScope & { title?: string },
) => string {
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  return ({ of, ref, title }) => {
    if (of === 'organization' || ref === undefined) {
      return t('organization.whole');
    }
    if (of === 'criticality') {
      const level = Criticality.safeParse(ref);
      return shared(
        `criticality.${level.success ? level.data : 'unclassified'}`,
      );
    }
    if (ref === NONE && of !== 'asset' && of !== 'domain') {
      return t(`organization.none.${of}`);
    }
    return title ?? nameEntity(ref);
  };
}

/** The name in an entity reference; an address may have any text. */
function nameEntity(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
