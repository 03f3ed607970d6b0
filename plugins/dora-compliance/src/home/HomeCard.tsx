import { InfoCard } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import surface from '../page/surface.module.css';
import styles from './home.module.css';

/**
 * The card of a widget in the new frontend system. Its title is in the language of the
 * app, which titles of extensions are not.
 */
export function HomeCard(props: {
  widget: 'actions' | 'teams';
  Content: () => JSX.Element;
}) {
  const { widget, Content } = props;
  const { t } = useTranslation();
  return (
    <InfoCard title={t(`home.${widget}.title`)} divider>
      <Content />
    </InfoCard>
  );
}

/** Around the contents of a widget, in whatever card. */
export function HomeSurface({ children }: { children: React.ReactNode }) {
  return (
    <div className={`${surface.surface} ${styles.widget}`}>{children}</div>
  );
}
