import { Text } from '@backstage/ui';
import {
  type Control,
  type ControlDetailView,
  type Provision,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import { ControlParameters } from './ControlParameters';
import { Crosswalks } from './Crosswalks';
import { EvidenceRead } from './EvidenceRead';
import { nameProvision } from './nameProvision';
import { NotCovered } from './NotCovered';
import { Section } from './Section';

/**
 * Why a control exists: its legal basis, what it leaves out, its parameters, what it
 * reads, and related rules.
 */
export function ControlBasis({
  control,
  reads,
}: Pick<ControlDetailView, 'control' | 'reads'>) {
  const { t } = useTranslation();
  return (
    <>
      <Provisions control={control} />
      <NotCovered control={control} />
      {control.parameters && (
        <Section title={t('compliance.parameters')}>
          <ControlParameters control={control} />
        </Section>
      )}
      <Section title={t('compliance.reads')}>
        <EvidenceRead reads={reads} />
      </Section>
      <Crosswalks control={control} />
    </>
  );
}

function Provisions({ control }: { control: Control }) {
  const { t } = useTranslation();
  const named = (relation: Provision['relation']) =>
    control.provisions
      .filter(provision => provision.relation === relation)
      .map(provision => nameProvision(provision, t));
  const required = named('requires');
  const supported = named('supports');
  return (
    <Section title={t('compliance.law')}>
      {required.length > 0 && (
        <Text>{t('compliance.required', { provisions: required })}</Text>
      )}
      {supported.length > 0 && (
        <Text>{t('compliance.supported', { provisions: supported })}</Text>
      )}
    </Section>
  );
}
