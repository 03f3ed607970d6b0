import { TextField } from '@backstage/ui';
import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useSharedTranslation } from '../../translation/useSharedTranslation';
import { useWriting } from '../../tab/useWriting';
import { useTranslation } from '../../translation/useTranslation';
import type { Draft } from './draftParameter';
import styles from './whatIf.module.css';

/** The values of a parameter by criticality, why they change, and who approved it. */
export function ParameterFields(props: {
  draft: Draft;
  onChange: (to: Partial<Draft>) => void;
}) {
  const { draft, onChange } = props;
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const write = useWriting();
  const explain = (text: string) => {
    const written = write(text.trim());
    return written === text.trim() ? undefined : written;
  };
  return (
    <>
      <div className={styles.values}>
        {Criticality.options.map(level => (
          <TextField
            key={level}
            label={shared(`criticality.${level}`)}
            description={explain(draft[level])}
            value={draft[level]}
            onChange={value => onChange({ [level]: value })}
          />
        ))}
      </div>
      <TextField
        className={styles.wide}
        label={t('whatIf.rationale')}
        secondaryLabel={t('whatIf.forConfig')}
        value={draft.rationale}
        onChange={rationale => onChange({ rationale })}
      />
      <div className={styles.values}>
        <TextField
          label={t('whatIf.approvedBy')}
          secondaryLabel={t('whatIf.ifLooser')}
          value={draft.approvedBy}
          onChange={approvedBy => onChange({ approvedBy })}
        />
        <TextField
          label={t('whatIf.approvedOn')}
          type={'date' as 'text'}
          secondaryLabel={t('whatIf.ifLooser')}
          value={draft.approvedOn}
          onChange={approvedOn => onChange({ approvedOn })}
        />
      </div>
    </>
  );
}
