import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

it('[API14] without any settings the defaults hold', () => {
  const { dataDir, timeZone, ...rest } = readConfig({}, []);
  expect(dataDir).toMatch(/[\\/]data$/);
  expect(timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(rest).toEqual({
    port: 3000,
    host: '127.0.0.1',
    logLevel: 'info',
    demo: false,
    frozen: false,
    speed: 1,
    isTimeZoneNamed: false,
  });
});

it('[API14] every setting is taken from the environment and the command line', () => {
  const environment = {
    PORT: '0',
    HOST: '0.0.0.0',
    DATA_DIR: '/srv/chairside',
    DATABASE_URL: 'postgres://db/clinic',
    CLINIC_TIME_ZONE: 'Europe/Berlin',
    LOG_LEVEL: 'warn',
  };
  expect(readConfig(environment, ['--demo', '--speed', '60', '--frozen'])).toEqual({
    port: 0,
    host: '0.0.0.0',
    dataDir: '/srv/chairside',
    databaseUrl: 'postgres://db/clinic',
    timeZone: 'Europe/Berlin',
    isTimeZoneNamed: true,
    logLevel: 'warn',
    demo: true,
    frozen: true,
    speed: 60,
  });
  expect(readConfig({ PORT: '' }, ['--demo', '--speed=2.5'])).toMatchObject({ port: 3000, speed: 2.5 });
});

it('[API14] everything that is wrong is named at once', () => {
  const read = () =>
    readConfig({ PORT: 'http', CLINIC_TIME_ZONE: 'Mars/Olympus', LOG_LEVEL: 'loud' }, ['--speed', '0', '--fast']);
  expect(read).toThrow(ConfigError);
  for (const name of ['PORT', 'CLINIC_TIME_ZONE', 'LOG_LEVEL', '--speed', '--fast']) expect(read).toThrow(name);
});

it('[API14] a flag that wants a number says so without one, and what is no flag is named', () => {
  expect(() => readConfig({}, ['--demo', '--speed'])).toThrow('--speed is not');
  expect(() => readConfig({}, ['--frozen'])).toThrow('--speed and --frozen need --demo');
  expect(() => readConfig({}, ['--demo', 'tomorrow'])).toThrow('tomorrow is not known');
  expect(readConfig({}, ['--speed=3', '--demo']).speed).toBe(3);
});
