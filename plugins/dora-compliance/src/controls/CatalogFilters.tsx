import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { Area } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { SearchBox } from '../inventory/SearchBox';
import { useTranslation } from '../translation/useTranslation';
import styles from './controls.module.css';
import type { CatalogAddress, Grouping } from './useCatalogAddress';

const GROUPINGS: readonly Grouping[] = ['area', 'layer'];

/** Narrows the controls by words and by area, and groups them. */
export function CatalogFilters(props: {
  address: CatalogAddress;
  onChange: (to: Partial<CatalogAddress>) => void;
}) {
  const { address, onChange } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchBox
          label={t('controls.search')}
          hint={t('controls.searchHint')}
          value={address.text}
          onChange={text => onChange({ text })}
        />
      </div>
      <div className={styles.area}>
        <Select
          size="small"
          aria-label={t('organization.area.heading')}
          value={address.area ?? ''}
          onChange={value =>
            onChange({ area: Area.options.find(one => one === value) })
          }
          options={[
            { id: '', label: t('controls.allAreas') },
            ...Area.options.map(id => ({
              id,
              label: t(`organization.area.${id}`),
            })),
          ]}
        />
      </div>
      <ToggleButtonGroup
        aria-label={t('service.groupBy')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[address.grouping]}
        onSelectionChange={([chosen]) =>
          chosen && onChange({ grouping: chosen as Grouping })
        }
      >
        {GROUPINGS.map(one => (
          <ToggleButton key={one} id={one}>
            {t(`service.by.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
