import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { LensLink } from '../lens/LensLink';
import { useTranslation } from '../translation/useTranslation';
import styles from './scoreTab.module.css';
import { type Grouping, useTabAddress } from './useTabAddress';

const GROUPINGS: readonly Grouping[] = ['area', 'layer'];

/** Chooses how controls are grouped. */
export function GroupingToggle() {
  const { t } = useTranslation();
  const { grouping, setGrouping } = useTabAddress();
  return (
    <div className={styles.line}>
      <span className={styles.label} aria-hidden>
        {t('service.groupBy')}
      </span>
      <ToggleButtonGroup
        aria-label={t('service.groupBy')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[grouping]}
        onSelectionChange={([chosen]) =>
          chosen && setGrouping(chosen as Grouping)
        }
      >
        {GROUPINGS.map(one => (
          <ToggleButton key={one} id={one}>
            {t(`service.by.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {grouping === 'area' && <LensLink />}
    </div>
  );
}
