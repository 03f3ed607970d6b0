import { Button, Select } from '@backstage/ui';
import {
  type Control,
  Criticality,
  type TrialRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useState } from 'react';
import { useTranslation } from '../../translation/useTranslation';
import { ConfigBlock } from './ConfigBlock';
import {
  type Draft,
  draftParameter,
  readDraft,
  readValues,
} from './draftParameter';
import { ParameterFields } from './ParameterFields';
import type { TrialState } from './useTrial';
import styles from './whatIf.module.css';

/** Other values of a parameter, with the reason that the configuration records. */
export function ParameterForm(props: {
  control: Control;
  trial: TrialState;
  /** Called when what was tried is no longer what the form says. */
  onEdit: () => void;
  onTry: (request: TrialRequest) => void;
}) {
  const { control, trial, onEdit, onTry } = props;
  const { parameters = {} } = control;
  const names = Object.keys(parameters);
  const { t } = useTranslation();
  const [name, setName] = useState(names[0]!);
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const parameter = parameters[name]!;
  const draft = drafts[name] ?? draftParameter(parameter);
  const values = readValues(draft, parameter);
  const edit = (to: Partial<Draft>) => {
    setDrafts({ ...drafts, [name]: { ...draft, ...to } });
    if (Criticality.options.some(level => level in to)) {
      onEdit();
    }
  };
  return (
    <div className={styles.form}>
      <Select
        label={t('whatIf.parameter')}
        value={name}
        onChange={chosen => {
          setName(String(chosen));
          onEdit();
        }}
        options={names.map(id => ({ id, label: id }))}
      />
      <ParameterFields draft={draft} onChange={edit} />
      <Button
        variant="primary"
        isPending={trial.isRunning}
        onPress={() =>
          onTry({ controlId: control.id, parameters: { [name]: values } })
        }
      >
        {t('whatIf.try')}
      </Button>
      <ConfigBlock
        controlId={control.id}
        name={name}
        override={readDraft(draft, parameter)}
        trial={trial}
      />
    </div>
  );
}
