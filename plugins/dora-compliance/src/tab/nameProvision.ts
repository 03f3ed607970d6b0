import {
  isTemplateRef,
  type Provision,
  WHOLE_ACT,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Translate } from '../translation/useTranslation';

/** The name of a provision, such as `DORA Art 9(4)(e)`. */
export function nameProvision(
  { act, ref }: Pick<Provision, 'act' | 'ref'>,
  t: Translate,
): string {
  const params = { act: act.replace('-', ' '), article: ref };
  if (ref === WHOLE_ACT) {
    return params.act;
  }
  return isTemplateRef(ref)
    ? t('compliance.template', { ...params, template: ref })
    : t('compliance.provision', params);
}
