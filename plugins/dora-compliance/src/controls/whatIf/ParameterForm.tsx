import { Button, Select, Text } from '@backstage/ui';
import type {
  Control,
  TrialRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useState } from 'react';
import { useTranslation } from '../../translation/useTranslation';
import { type Draft, draftParameter, readDraft } from './draftParameter';
import { ParameterFields } from './ParameterFields';
import styles from './whatIf.module.css';
import { writeAppConfig } from './writeAppConfig';

/** Other values of a parameter, with the reason that the configuration records. */
export function ParameterForm(props: {
  control: Control;
  isRunning: boolean;
  onTry: (request: TrialRequest) => void;
}) {
  const { control, isRunning, onTry } = props;
  const { parameters = {} } = control;
  const names = Object.keys(parameters);
  const { t } = useTranslation();
  const [name, setName] = useState(names[0]!);
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const parameter = parameters[name]!;
  const draft = drafts[name] ?? draftParameter(parameter);
  const override = readDraft(draft, parameter);
  return (
    <div className={styles.form}>
      <Select
        label={t('whatIf.parameter')}
        value={name}
        onChange={chosen => setName(String(chosen))}
        options={names.map(id => ({ id, label: id }))}
      />
      <ParameterFields
        draft={draft}
        onChange={to => setDrafts({ ...drafts, [name]: { ...draft, ...to } })}
      />
      <Button
        variant="primary"
        isPending={isRunning}
        onPress={() =>
          onTry({ controlId: control.id, parameters: { [name]: override } })
        }
      >
        {t('whatIf.try')}
      </Button>
      <Text weight="bold">{t('whatIf.config')}</Text>
      <pre
        className={styles.block}
        role="region"
        aria-label={t('whatIf.config')}
      >
        {writeAppConfig(control.id, name, override)}
      </pre>
    </div>
  );
}
