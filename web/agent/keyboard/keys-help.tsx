import { Group, Kbd, Modal, Stack, Switch, Table, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { switchKeys, useKeysOn } from './keys-setting.ts';

const groups = {
  lists: ['next', 'previous', 'open', 'acknowledge'],
  case: ['acknowledge', 'reply', 'note', 'resolve', 'escalate'],
  places: ['home', 'cases', 'servers', 'help'],
} as const;

const keysOf = {
  ...{ next: ['j'], previous: ['k'], open: ['Enter'], acknowledge: ['a'], reply: ['r'], note: ['n'] },
  ...{ resolve: ['s'], escalate: ['e'], home: ['g', 'i'], cases: ['g', 'c'], servers: ['g', 's'], help: ['?'] },
};

/** All keys, and the switch for who would rather have none. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const on = useKeysOn();
  return (
    <Modal.Root opened={opened} onClose={onClose} transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content>
        <Group justify="space-between" wrap="nowrap" px="lg" pt="lg" pb="xs">
          <Modal.Title fw={650} fz="lg">
            {t('keyboard.title')}
          </Modal.Title>
          <Modal.CloseButton aria-label={t('agentCase.close')} />
        </Group>
        <Modal.Body px="lg" pb="lg">
          <Stack>
            <Switch
              label={t('keyboard.on')}
              description={t('keyboard.onHint')}
              checked={on}
              onChange={(event) => switchKeys(event.currentTarget.checked)}
            />
            {(['lists', 'case', 'places'] as const).map((group) => (
              <section key={group} aria-labelledby={`keys-${group}`}>
                <Title order={3} size="h5" id={`keys-${group}`}>
                  {t(`keyboard.group.${group}`)}
                </Title>
                <Table aria-labelledby={`keys-${group}`} verticalSpacing={6}>
                  <Table.Tbody>
                    {groups[group].map((action) => (
                      <Table.Tr key={action}>
                        <Table.Th scope="row" fw={400}>
                          {t(`keyboard.action.${action}`)}
                        </Table.Th>
                        <Table.Td ta="right">
                          {keysOf[action].map((key, index) => (
                            <Fragment key={key}>
                              {index > 0 && ` ${t('keyboard.then')} `}
                              <Kbd>{key}</Kbd>
                            </Fragment>
                          ))}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </section>
            ))}
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
