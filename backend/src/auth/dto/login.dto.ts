import type { LoginRequest } from '../../generated/contract.js';
import { TextField } from '../../platform/contract/fields.js';
import { OfSchema } from '../../platform/contract/wire.js';

export const EMAIL = '^[^\\s@\\u0000-\\u001F\\u007F\\uD800-\\uDFFF]+@[^\\s@\\u0000-\\u001F\\u007F\\uD800-\\uDFFF]+$';

@OfSchema('LoginRequest')
export class LoginRequestDto implements LoginRequest {
  @TextField({ minLength: 3, maxLength: 254, pattern: EMAIL, format: 'email' })
  readonly email!: string;

  @TextField({ minLength: 1, maxLength: 256, format: 'password' })
  readonly password!: string;
}
