package marketplace

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"errors"
	"math/big"
)

// DeriveKey makes the AES key of the access key as Java's SHA1PRNG does; bits is 128 or 256.
func DeriveKey(accessKey string, bits int) []byte {
	state := sha1.Sum([]byte(accessKey))
	var stream []byte
	for len(stream) < bits/8 {
		block := sha1.Sum(state[:])
		stream = append(stream, block[:]...)
		before := state
		carry := 1
		for i := range state {
			// Java's bytes are signed, and the shift keeps the sign.
			total := int(int8(state[i])) + int(int8(block[i])) + carry
			state[i] = byte(total)
			carry = total >> 8
		}
		if state == before {
			state[0]++
		}
	}
	return stream[:bits/8]
}

// NewIV draws sixteen characters, anew for each value.
func NewIV() (string, error) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	iv := make([]byte, 16)
	for i := range iv {
		at, err := rand.Int(rand.Reader, big.NewInt(int64(len(letters))))
		if err != nil {
			return "", err
		}
		iv[i] = letters[at.Int64()]
	}
	return string(iv), nil
}

// Encrypt is for userName and password; 256 bits go with encryptType 1, 128 with 2.
func Encrypt(accessKey string, bits int, iv, text string) (string, error) {
	block, err := aes.NewCipher(DeriveKey(accessKey, bits))
	if err != nil {
		return "", err
	}
	padding := aes.BlockSize - len(text)%aes.BlockSize
	blocks := append([]byte(text), bytes.Repeat([]byte{byte(padding)}, padding)...)
	cipher.NewCBCEncrypter(block, []byte(iv)).CryptBlocks(blocks, blocks)
	return iv + base64.StdEncoding.EncodeToString(blocks), nil
}

// Decrypt is for mobilePhone and email; bits are those chosen when the product was released.
func Decrypt(accessKey string, bits int, value string) (string, error) {
	wrong := errors.New("the contact does not decrypt")
	if len(value) < aes.BlockSize {
		return "", wrong
	}
	blocks, err := base64.StdEncoding.DecodeString(value[aes.BlockSize:])
	if err != nil || len(blocks) == 0 || len(blocks)%aes.BlockSize != 0 {
		return "", wrong
	}
	block, err := aes.NewCipher(DeriveKey(accessKey, bits))
	if err != nil {
		return "", err
	}
	cipher.NewCBCDecrypter(block, []byte(value[:aes.BlockSize])).CryptBlocks(blocks, blocks)
	padding := int(blocks[len(blocks)-1])
	if padding < 1 || padding > aes.BlockSize {
		return "", wrong
	}
	end := blocks[len(blocks)-padding:]
	if !bytes.Equal(end, bytes.Repeat([]byte{byte(padding)}, padding)) {
		return "", wrong
	}
	return string(blocks[:len(blocks)-padding]), nil
}
