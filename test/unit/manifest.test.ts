import { expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

it('asks for no more than it needs', () => {
  expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'scripting']);
  expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
  expect(Object.keys(manifest).filter((key) => /permissions|externally|web_accessible/.test(key))).toEqual([
    'host_permissions',
    'permissions',
  ]);
});

it('asks for the browsers that it is built for', () => {
  expect(manifest.minimum_chrome_version).toBe('120');
  expect(manifest.browser_specific_settings.gecko.strict_min_version).toBe('142.0');
});
