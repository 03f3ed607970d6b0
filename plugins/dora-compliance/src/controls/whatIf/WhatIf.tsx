import { Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useState } from 'react';
import { useTranslation } from '../../translation/useTranslation';
import { Section } from '../../tab/Section';
import { ParameterForm } from './ParameterForm';
import { TrialResult } from './TrialResult';
import { useTrial } from './useTrial';
import styles from './whatIf.module.css';
import { YamlForm } from './YamlForm';

const WAYS = ['parameter', 'yaml'] as const;
type Way = (typeof WAYS)[number];

/** Whose status would change if the control were another one. Nothing is recorded. */
export function WhatIf({ control }: { control: Control }) {
  const { t } = useTranslation();
  const { state, run, stop, clear } = useTrial();
  const hasParameters = Object.keys(control.parameters ?? {}).length > 0;
  const [way, setWay] = useState<Way>(hasParameters ? 'parameter' : 'yaml');
  const form = { onEdit: clear, onTry: run };
  const choose = ([chosen]: Iterable<unknown>) => {
    setWay(chosen as Way);
    clear();
  };
  return (
    <Section title={t('whatIf.title')}>
      <div className={styles.form}>
        <Text color="secondary">{t('whatIf.intro')}</Text>
        {hasParameters && (
          <ToggleButtonGroup
            aria-label={t('whatIf.way.label')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[way]}
            onSelectionChange={choose}
          >
            {WAYS.map(one => (
              <ToggleButton key={one} id={one}>
                {t(`whatIf.way.${one}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        <div className={styles.wide}>
          {way === 'parameter' ? (
            <ParameterForm control={control} trial={state} {...form} />
          ) : (
            <YamlForm isRunning={state.isRunning} {...form} />
          )}
        </div>
        <div className={styles.wide}>
          <TrialResult state={state} onStop={stop} />
        </div>
      </div>
    </Section>
  );
}
