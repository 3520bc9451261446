/**
 * The versions, and the types of plain values. Patterns bind the whole value and take no part in
 * trimming. 1.1 stands for its correction 1.1.1, which allows commas in an expression.
 */
export const values = `
versions 1.0 1.1 1.2 1.3

pattern parameter, such as $speed = [$][A-Za-z_][A-Za-z0-9_]*
pattern expression, since 1.1, such as \${2 * $speed} = [$][{][ A-Za-z0-9_+*/%$().,-]*[}]

value String = string | parameter
value Boolean = boolean | parameter | expression
value Double = double | parameter | expression
value Int = int | parameter | expression
value UnsignedInt = unsignedInt | parameter | expression
value UnsignedShort = unsignedShort | parameter | expression
value DateTime = dateTime | parameter

enums accept parameter
`;
