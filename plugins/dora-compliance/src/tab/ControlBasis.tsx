import { Flex, Text } from '@backstage/ui';
import {
  type Control,
  type ControlDetailView,
  isTemplateRef,
  type Provision,
  WHOLE_ACT,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { ControlParameters } from './ControlParameters';
import { EvidenceRead } from './EvidenceRead';
import styles from './tab.module.css';

/**
 * Why a control exists: its legal basis, what it leaves out, its parameters, what it
 * reads, and related rules.
 */
export function ControlBasis({
  control,
  reads,
}: Pick<ControlDetailView, 'control' | 'reads'>) {
  const { notCovered = [] } = control;
  const { t } = useTranslation();
  return (
    <>
      <Provisions control={control} />
      {notCovered.length > 0 && (
        <Section title={t('compliance.notCovered')}>
          <ul className={styles.sentences}>
            {notCovered.map(sentence => (
              <li key={sentence}>
                <Text>{sentence}</Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
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
      .map(({ act, ref }) => {
        const params = { act: act.replace('-', ' '), article: ref };
        if (ref === WHOLE_ACT) {
          return params.act;
        }
        return isTemplateRef(ref)
          ? t('compliance.template', { ...params, template: ref })
          : t('compliance.provision', params);
      });
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

/** One sentence for each framework. */
function Crosswalks({ control: { crosswalks = [] } }: { control: Control }) {
  const { t } = useTranslation();
  const frameworks = [...new Set(crosswalks.map(one => one.framework))];
  return frameworks.length > 0 ? (
    <Section title={t('compliance.crosswalks')}>
      {frameworks.map(framework => (
        <Text key={framework}>
          {t('compliance.crosswalk', {
            framework,
            refs: crosswalks
              .filter(one => one.framework === framework)
              .map(({ ref }) => ref),
          })}
        </Text>
      ))}
    </Section>
  ) : null;
}

function Section(props: { title: string; children: ReactNode }) {
  return (
    <Flex direction="column" gap="1">
      <Text as="h3" variant="title-x-small" weight="bold">
        {props.title}
      </Text>
      {props.children}
    </Flex>
  );
}
