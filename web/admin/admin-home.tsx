import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../shared/page.tsx';
import classes from './admin.module.css';
import { sectionIcons } from './section-icons.ts';
import { pathOf, sections } from './sections.ts';

/** What there is to set up, each with what it is for. */
export function AdminHome() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.title')}>
      <ul className={classes.home}>
        {sections.map((section) => {
          const Icon = sectionIcons[section];
          return (
            <Paper withBorder component="li" key={section}>
              <Link href={pathOf(section)} className={classes.homeLink}>
                <Icon size={22} aria-hidden className={classes.homeIcon} />
                <span>
                  <Text span fw={600} display="block">
                    {t(`admin.section.${section}`)}
                  </Text>
                  <Text span size="sm" c="dimmed" display="block">
                    {t(`admin.about.${section}`)}
                  </Text>
                </span>
              </Link>
            </Paper>
          );
        })}
      </ul>
    </Page>
  );
}
