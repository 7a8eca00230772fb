/** The trust's own name and sign, in place of Payload's. */
import Image from 'next/image';
import { logo, trust } from '../words/trust.ts';

const image = `data:image/svg+xml,${encodeURIComponent(logo)}`;

export function SignInBrand() {
  return (
    <div className="desk-brand">
      <Image alt="" height={72} src={image} unoptimized width={72} />
      <p className="desk-brand__name">{trust.name}</p>
      <p className="desk-brand__desk">Publishing desk</p>
    </div>
  );
}

export function SmallBrand() {
  return <Image alt={trust.name} height={24} src={image} unoptimized width={24} />;
}
