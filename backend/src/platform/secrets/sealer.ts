import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals secrets that must be read back, with AES-256-GCM under the newest key of IGNY8_SEALING_KEYS.
 * A sealed secret is one byte for the key's version, the nonce, the tag and the ciphertext.
 */
@Injectable()
export class Sealer {
  private readonly keys: ReadonlyMap<number, Buffer>;
  private readonly newest: number;

  constructor(config: Config) {
    const entries = config.IGNY8_SEALING_KEYS.split(',').map((entry) => entry.split(':'));
    this.keys = new Map(entries.map(([version, key]) => [Number(version), Buffer.from(key ?? '', 'base64')]));
    this.newest = Number(entries.at(-1)?.[0]);
  }

  /** @param owner the id of the row that holds it: opening it for another row fails */
  seal(secret: string, owner: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.newest), nonce).setAAD(Buffer.from(owner));
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([this.newest]), nonce, cipher.getAuthTag(), text]);
  }

  /** @throws when the key is gone or the text was altered; there is no fallback */
  open(sealed: Buffer, owner: string): string {
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key(sealed[0] ?? 0), nonce)
      .setAAD(Buffer.from(owner))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  private key(version: number): Buffer {
    const key = this.keys.get(version);
    if (key === undefined) throw new Error(`IGNY8_SEALING_KEYS has no key of version ${String(version)}`);
    return key;
  }
}
