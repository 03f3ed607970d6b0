import { Button, TextAreaField } from '@backstage/ui';
import type { TrialRequest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useState } from 'react';
import { useTranslation } from '../../translation/useTranslation';
import styles from './whatIf.module.css';

/** The changed file of a control, pasted as it is. */
export function YamlForm(props: {
  isRunning: boolean;
  /** Called when what was tried is no longer what is pasted. */
  onEdit: () => void;
  onTry: (request: TrialRequest) => void;
}) {
  const { isRunning, onEdit, onTry } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <div className={styles.form}>
      <TextAreaField
        className={styles.wide}
        label={t('whatIf.yaml')}
        description={t('whatIf.yamlHint')}
        value={text}
        onChange={to => {
          setText(to);
          onEdit();
        }}
      />
      <Button
        variant="primary"
        isPending={isRunning}
        isDisabled={text.trim() === ''}
        onPress={() => onTry({ control: text })}
      >
        {t('whatIf.try')}
      </Button>
    </div>
  );
}
