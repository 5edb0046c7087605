import { describe, expect, it } from 'vitest';
import { requireNode } from '../../../../src/cli/setup/node-version.mjs';

describe('the version of Node.js', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0', process.versions.node])('%s will do', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(['20.18.3', '18.20.0', '9.0.0'])('%s is too old, and the message says what to install', (version) => {
    expect(() => requireNode(version)).toThrow(`needs Node.js 20.19.0 or newer and this is ${version}. Install`);
  });
});
